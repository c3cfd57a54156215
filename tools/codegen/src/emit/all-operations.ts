import { header } from "../print/header.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";

/** src/all-operations.ts: a plain object, where the bundler would make a getter for each member of a namespace. */
export function emitAllOperations({ service }: Edition): string {
  const ids = service.operations.map(({ id }) => id).sort();
  return `${header(service)}
${printNamed("import type", ["OperationDescription"], "@settled/runtime")}\
${printNamed("import", ids, "./operations.ts")}
/** The operations of ${service.title}, by their names. */
export const operations: Readonly<Record<string, OperationDescription>> = {
${ids.map((id) => `  ${id},\n`).join("")}};
`;
}
