import { operationsAtStart } from "../describe/operations-at-start.ts";
import { header } from "../print/header.ts";
import { printKey, printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { operationDescription } from "./operation-description.ts";
import { printMakers } from "./operations.ts";
import { shareMembers } from "./share-members.ts";

/**
 * src/operations-later.ts: the operations as a client has them. To make them all takes a start as long as to read much
 * of the code.
 */
export function emitOperationsLater({ service }: Edition): string {
  const atStart = operationsAtStart(service);
  const made = atStart.map(({ id }) => id).sort();
  const later = service.operations.filter((operation) => !atStart.includes(operation));
  const described = later.map((operation) => operationDescription(operation, service));
  const { constants, descriptions } = shareMembers(described);
  const members = later.map(({ id }, index) => {
    const before = `  ${printKey(id)}: () => (`;
    return `${before}${printLiteral(descriptions[index], "  ", before)}),\n`;
  });
  const text = [...constants, ...members].join("");
  const types = [...(constants.length > 0 ? ["OperationDescription"] : []), "OperationsLater"];
  return `${header(service)}
${printMakers(text)}\
${printNamed("import type", types, "@settled/runtime")}\
${made.length > 0 ? printNamed("import", made, "./operations-at-start.ts") : ""}
${constants.join("\n")}${constants.length > 0 ? "\n" : ""}\
/** The operations of ${service.title}, by their names, each described when it is first needed. */
export const operations: OperationsLater = {
${made.map((id) => `  ${id},\n`).join("")}${members.join("")}};
`;
}
