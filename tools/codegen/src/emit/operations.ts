import { isPolled } from "../describe/long-running.ts";
import { MAKERS } from "../describe/makers.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { printDocComment } from "../print/doc-comment.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { operationDescription } from "./operation-description.ts";
import { listArguments } from "./outcome-types.ts";

/** src/operations.ts: a constant per operation, so that a bundler drops those that nobody calls. */
export function emitOperations({ service }: Edition): string {
  const text = service.operations.map((operation) => emitOperation(operation, service)).join("\n");
  const functions = MAKERS.filter((name) =>
    new RegExp(`[:(] ?(/\\* @__PURE__ \\*/ )?${name} ?[(,}]`).test(text),
  );
  return `${header(service)}
${functions.length > 0 ? printNamed("import", functions, "@settled/runtime") : ""}\
${printNamed("import type", ["Operation"], "@settled/runtime")}\
import type * as client from "./client.ts";

${text}`;
}

function emitOperation(operation: Operation, service: Service): string {
  const { id, typeName, summary, paging } = operation;
  const own = `client.${typeName}`;
  const poll = isPolled(operation) ? [`${own}Poll`] : paging ? ["never"] : [];
  const listed = listArguments(operation, own);
  const item = paging ? [`${own}Item`, ...(listed === `${own}Arguments` ? [] : [listed])] : [];
  const types = [`${own}Arguments`, `${own}Result`, ...poll, ...item].join(", ");
  const declaration = `export const ${id}: Operation<${types}> = `;
  // The rest stands at the method of the client, and would be shipped once more.
  const comment = printDocComment([summary]);
  return `${comment}${declaration}${printLiteral(operationDescription(operation, service), "", declaration)};\n`;
}
