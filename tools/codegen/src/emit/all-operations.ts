import { operationsAtStart } from "../describe/operations-at-start.ts";
import { header } from "../print/header.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";

/** src/all-operations.ts: a plain object, where the bundler would make a getter for each member of a namespace. */
export function emitAllOperations({ service }: Edition): string {
  const atStart = operationsAtStart(service).map(({ id }) => id);
  const later = service.operations.map(({ id }) => id).filter((id) => !atStart.includes(id));
  const imports = [
    ...(atStart.length > 0 ? [printNamed("import", atStart.toSorted(), "./operations-at-start.ts")] : []),
    ...(later.length > 0 ? [printNamed("import", later.toSorted(), "./operations-later.ts")] : []),
  ];
  return `${header(service)}
${printNamed("import type", ["OperationsLater"], "@settled/runtime")}\
${imports.join("")}
/** The operations of ${service.title}, by their names, each described when it is first needed. */
export const operations: OperationsLater = {
${[...atStart, ...later].map((id) => `  ${id},\n`).join("")}};
`;
}
