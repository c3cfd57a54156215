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
import { shareMembers } from "./share-members.ts";

/**
 * src/operations.ts: a constant per operation, so that a bundler drops those that nobody calls. What several of them say
 * alike is a constant of its own: each start reads and makes all of them.
 */
export function emitOperations({ service }: Edition): string {
  const described = service.operations.map((operation) => operationDescription(operation, service));
  const { constants, descriptions } = shareMembers(described);
  const operations = service.operations.map((operation, index) =>
    emitOperation(operation, descriptions[index] ?? {}),
  );
  const text = [...constants, ...operations].join("\n");
  const functions = MAKERS.filter((name) =>
    new RegExp(`[:(=] ?(/\\* @__PURE__ \\*/ )?${name} ?[(,}]`).test(text),
  );
  const types = ["Operation", ...(constants.length > 0 ? ["OperationDescription"] : [])];
  return `${header(service)}
${functions.length > 0 ? printNamed("import", functions, "@settled/runtime") : ""}\
${printNamed("import type", types, "@settled/runtime")}\
import type * as client from "./client.ts";
${kinds.size > 0 ? '\ntype Kinds = Operation<object, never>["responses"];\n' : ""}
${text}`;
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
