import { isPolled } from "../describe/long-running.ts";
import type { Service } from "../describe/service.ts";
import { sharedWaiting } from "../describe/waiting.ts";
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
  const functions = ["cancelBy", "several"].filter((name) => new RegExp(`\\b${name}\\b[^:]`).test(text));
  return `${header(service)}
${printNamed("import", [...functions, "type Waits"], "@settled/runtime")}
/** What waiting needs of operations beside their descriptions. */
${declaration}${text};
`;
}

/** By `operationId`; nothing if the descriptions of the operations are enough. */
export function describeWaits({ operations }: Pick<Service, "operations">): object | undefined {
  const waits = operations.filter(isPolled).flatMap((operation) => {
    const { several, cancel } = sharedWaiting(operation, operations);
    return several || cancel ? [[operation.id, { several, cancel }] as const] : [];
  });
  return waits.length > 0 ? Object.fromEntries(waits) : undefined;
}
