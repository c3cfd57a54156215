import { isPolled } from "../describe/long-running.ts";
import { MAKERS } from "../describe/makers.ts";
import type { Operation } from "../describe/operation.ts";
import { operationsAtStart } from "../describe/operations-at-start.ts";
import type { Service } from "../describe/service.ts";
import { waitsApart } from "../describe/waiting.ts";
import { printDocComment } from "../print/doc-comment.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { wholeDescription } from "./operation-description.ts";
import { listArguments } from "./outcome-types.ts";
import { shareMembers } from "./share-members.ts";

/**
 * src/operations.ts: a constant per operation, so that a bundler drops those that nobody calls. Each is described by
 * src/operations-later.ts; those that say here what waiting needs of them, anew.
 */
export function emitOperations({ service }: Edition): string {
  const atStart = operationsAtStart(service);
  const others = service.operations.filter((operation) => !atStart.includes(operation));
  const exported = atStart.map(({ id }) => id).sort();
  const more = atStart.length > 0 ? `${printNamed("export", exported, "./operations-at-start.ts")}\n` : "";
  const described = others.map((operation) => {
    const waits = isPolled(operation) && !waitsApart(operation, service.operations);
    return waits
      ? wholeDescription(operation, service)
      : `/* @__PURE__ */ later.${operation.id}("${operation.id}")`;
  });
  return printOperations(service, others, described, more);
}

/** src/operations-at-start.ts: those that a client has at once. */
export function emitOperationsAtStart({ service }: Edition): string | undefined {
  const atStart = operationsAtStart(service);
  // What several of them say alike is a constant of its own: it is read, made and shipped once.
  const { constants, descriptions } = shareMembers(
    atStart.map((operation) => wholeDescription(operation, service)),
  );
  const more = constants.map((constant) => `${constant}\n`).join("");
  return atStart.length > 0 ? printOperations(service, atStart, descriptions, more) : undefined;
}

function printOperations(
  service: Service,
  operations: readonly Operation[],
  descriptions: readonly (object | string)[],
  more: string,
): string {
  const text = operations
    .map((operation, index) => emitOperation(operation, descriptions[index] ?? {}))
    .join("\n");
  const types = ["Operation", ...(more.includes("OperationDescription[") ? ["OperationDescription"] : [])];
  return `${header(service)}
${printMakers(`${more}${text}`)}\
${printNamed("import type", types, "@settled/runtime")}\
import type * as own from "./client.ts";
${text.includes(" later.") ? 'import * as later from "./operations-later.ts";\n' : ""}
${more}${text}`;
}

/** The import of what the runtime makes, or writes, of descriptions. */
export function printMakers(text: string): string {
  const isUsed = (name: string) => new RegExp(`[:(=] ?(/\\* @__PURE__ \\*/ )?${name} ?[(,}]`).test(text);
  const imports = Object.entries(MAKERS).map(([from, names]) => [from, names.filter(isUsed)] as const);
  return imports.map(([from, used]) => (used.length > 0 ? printNamed("import", used, from) : "")).join("");
}

/** @param description - as data, or as the source of what gives it */
function emitOperation(operation: Operation, description: object | string): string {
  const { id, typeName, summary, paging } = operation;
  const own = `own.${typeName}`;
  const poll = isPolled(operation) ? [`${own}Poll`] : paging ? ["never"] : [];
  const listed = listArguments(operation, own);
  const item = paging ? [`${own}Item`, ...(listed === `${own}Arguments` ? [] : [listed])] : [];
  const types = [`${own}Arguments`, `${own}Result`, ...poll, ...item].join(", ");
  const declaration = `export const ${id}: Operation<${types}> = `;
  const source = typeof description === "string" ? description : printLiteral(description, "", declaration);
  // The rest stands at the method of the client, and would be shipped once more.
  return `${printDocComment([summary])}${declaration}${source};\n`;
}
