import { isPolled } from "../describe/long-running.ts";
import type { Service } from "../describe/service.ts";
import { areMostlySeveral, readsSeveral } from "../describe/waiting.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";

/** src/waits.ts: what only waiting needs of operations, where it needs more than their descriptions. */
export function emitWaits({ service }: Edition): string | undefined {
  const waits = describeWaits(service);
  if (!waits) return undefined;
  const declaration = "export const waits: Waits = ";
  const text = printLiteral(waits, "", declaration);
  return `${header(service)}
${printNamed("import", ["several", "type Waits"], "@settled/runtime")}
/** What waiting needs of operations beside their descriptions. */
${declaration}${text};
`;
}

/** By `operationId`; nothing if the descriptions of the operations are enough. */
export function describeWaits({ operations }: Pick<Service, "operations">): object | undefined {
  if (!areMostlySeveral(operations)) return undefined;
  const waits = operations.filter(isPolled).flatMap((operation) => {
    const several = readsSeveral(operation);
    return several ? [[operation.id, { several }] as const] : [];
  });
  return Object.fromEntries(waits);
}
