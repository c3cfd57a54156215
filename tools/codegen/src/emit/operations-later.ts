import { Expression } from "../describe/expression.ts";
import type { Operation } from "../describe/operation.ts";
import { operationsAtStart } from "../describe/operations-at-start.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { operationDescription } from "./operation-description.ts";
import { printMakers } from "./operations.ts";
import { shareMembers } from "./share-members.ts";

/**
 * src/operations-later.ts: a function for each operation, which describes it. A client asks it when the operation is
 * first called, since to make them all takes a start as long as to read much of the code; src/operations.ts, at once.
 */
export function emitOperationsLater({ service }: Edition): string {
  const atStart = operationsAtStart(service);
  const later = service.operations.filter((operation) => !atStart.includes(operation));
  const described = later.map((operation) => operationDescription(operation, service));
  const { constants, descriptions } = shareMembers(described);
  const functions = later.map((operation, index) => printFunction(operation, descriptions[index] ?? {}));
  const text = [...constants, ...functions].join("\n");
  return `${header(service)}
${printMakers(text)}\
${printNamed("import type", ["OperationDescription"], "@settled/runtime")}
${text}`;
}

/** It is told its name, which a client has as well. */
function printFunction({ id, path }: Operation, description: object): string {
  const before = `export const ${id} = (id: string): OperationDescription => (`;
  const given = path === `/${id}` ? { path: new Expression('"/" + id') } : {};
  const literal = printLiteral({ ...description, id: new Expression("id"), ...given }, "", before);
  // Within a function that is not called, a bundler keeps nothing anyway.
  const source = literal.replace("id: id,", "id,").replaceAll("/* @__PURE__ */ ", "");
  return `${before}${source});\n`;
}
