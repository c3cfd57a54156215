import { Expression } from "../describe/expression.ts";
import { isPolled } from "../describe/long-running.ts";
import { MAKERS } from "../describe/makers.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { printDocComment } from "../print/doc-comment.ts";
import { header } from "../print/header.ts";
import { printLiteral, printOnOneLine } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { operationDescription, responseKinds } from "./operation-description.ts";
import { listArguments } from "./outcome-types.ts";

/** src/operations.ts: a constant per operation, so that a bundler drops those that nobody calls. */
export function emitOperations({ service }: Edition): string {
  const kinds = sharedKinds(service.operations);
  const text = [
    [...kinds].map(([literal, name]) => `const ${name}: Kinds = ${literal};\n`).join(""),
    ...service.operations.map((operation) => emitOperation(operation, service, kinds)),
  ]
    .filter((part) => part !== "")
    .join("\n");
  const functions = MAKERS.filter((name) =>
    new RegExp(`[:(] ?(/\\* @__PURE__ \\*/ )?${name} ?[(,}]`).test(text),
  );
  return `${header(service)}
${functions.length > 0 ? printNamed("import", functions, "@settled/runtime") : ""}\
${printNamed("import type", ["Operation"], "@settled/runtime")}\
import type * as client from "./client.ts";
${kinds.size > 0 ? '\ntype Kinds = Operation<object, never>["responses"];\n' : ""}
${text}`;
}

/** A bundle with a single operation is some bytes larger by a name; installed, it has to save more characters than this. */
const WORTH = 3000;

/** What each status of an operation comes with, by a name where many operations answer alike. */
type Kinds = ReadonlyMap<string, string>;

function sharedKinds(operations: readonly Operation[]): Kinds {
  const all = operations.map((operation) => printOnOneLine(responseKinds(operation)));
  const shared = [...new Set(all)].filter((literal) => {
    const others = all.filter((other) => other === literal).length - 1;
    return others * literal.length > WORTH;
  });
  return new Map(shared.map((literal, index) => [literal, `kinds${index + 1}`]));
}

function emitOperation(operation: Operation, service: Service, kinds: Kinds): string {
  const { id, typeName, summary, paging } = operation;
  const own = `client.${typeName}`;
  const poll = isPolled(operation) ? [`${own}Poll`] : paging ? ["never"] : [];
  const listed = listArguments(operation, own);
  const item = paging ? [`${own}Item`, ...(listed === `${own}Arguments` ? [] : [listed])] : [];
  const types = [`${own}Arguments`, `${own}Result`, ...poll, ...item].join(", ");
  const declaration = `export const ${id}: Operation<${types}> = `;
  // The rest stands at the method of the client, and would be shipped once more.
  const comment = printDocComment([summary]);
  const description = operationDescription(operation, service);
  const name = kinds.get(printOnOneLine(responseKinds(operation)));
  const responses = name === undefined ? undefined : { responses: new Expression(name) };
  return `${comment}${declaration}${printLiteral({ ...description, ...responses }, "", declaration)};\n`;
}
