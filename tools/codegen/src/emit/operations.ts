import { isPolled } from "../describe/long-running.ts";
import { MAKERS } from "../describe/makers.ts";
import type { Operation } from "../describe/operation.ts";
import { operationsAtStart } from "../describe/operations-at-start.ts";
import type { Service } from "../describe/service.ts";
import { printDocComment } from "../print/doc-comment.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { wholeDescription } from "./operation-description.ts";
import { listArguments } from "./outcome-types.ts";
import { shareMembers } from "./share-members.ts";

/** src/operations.ts: a constant per operation, so that a bundler drops those that nobody calls. */
export function emitOperations({ service }: Edition): string {
  const atStart = operationsAtStart(service);
  const others = service.operations.filter((operation) => !atStart.includes(operation));
  const exported = atStart.map(({ id }) => id).sort();
  const more = atStart.length > 0 ? `${printNamed("export", exported, "./operations-at-start.ts")}\n` : "";
  return printOperations(service, others, more);
}

/** src/operations-at-start.ts: those that a client has at once. */
export function emitOperationsAtStart({ service }: Edition): string | undefined {
  const atStart = operationsAtStart(service);
  return atStart.length > 0 ? printOperations(service, atStart) : undefined;
}

/** What several of them say alike is a constant of its own: it is read, made and shipped once. */
function printOperations(service: Service, operations: readonly Operation[], more = ""): string {
  const { constants, descriptions } = shareMembers(
    operations.map((operation) => wholeDescription(operation, service)),
  );
  const text = [
    ...constants,
    ...operations.map((operation, index) => emitOperation(operation, descriptions[index] ?? {})),
  ].join("\n");
  const types = ["Operation", ...(constants.length > 0 ? ["OperationDescription"] : [])];
  return `${header(service)}
${printMakers(text)}\
${printNamed("import type", types, "@settled/runtime")}\
import type * as client from "./client.ts";

${more}${text}`;
}

/** The import of what the runtime makes, or writes, of descriptions. */
export function printMakers(text: string): string {
  const isUsed = (name: string) => new RegExp(`[:(=] ?(/\\* @__PURE__ \\*/ )?${name} ?[(,}]`).test(text);
  const imports = Object.entries(MAKERS).map(([from, names]) => [from, names.filter(isUsed)] as const);
  return imports.map(([from, used]) => (used.length > 0 ? printNamed("import", used, from) : "")).join("");
}

function emitOperation(operation: Operation, description: object): string {
  const { id, typeName, summary, paging } = operation;
  const own = `client.${typeName}`;
  const poll = isPolled(operation) ? [`${own}Poll`] : paging ? ["never"] : [];
  const listed = listArguments(operation, own);
  const item = paging ? [`${own}Item`, ...(listed === `${own}Arguments` ? [] : [listed])] : [];
  const types = [`${own}Arguments`, `${own}Result`, ...poll, ...item].join(", ");
  const declaration = `export const ${id}: Operation<${types}> = `;
  // The rest stands at the method of the client, and would be shipped once more.
  const comment = printDocComment([summary]);
  return `${comment}${declaration}${printLiteral(description, "", declaration)};\n`;
}
