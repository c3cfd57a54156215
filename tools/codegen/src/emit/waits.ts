import { waitsApart } from "../describe/waiting.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import type { Edition } from "./edition.ts";
import { longRunningDescription } from "./long-running-description.ts";
import { printMakers } from "./operations.ts";

/** src/waits.ts: what waiting needs of operations; a bundle that only calls is without it. */
export function emitWaits({ service }: Edition): string | undefined {
  const { operations } = service;
  const polled = operations.filter((operation) => waitsApart(operation, operations));
  if (polled.length === 0) return undefined;
  const waits = Object.fromEntries(
    polled.map((operation) => [operation.id, longRunningDescription(operation)]),
  );
  const declaration = "export const waits: Waits = ";
  const literal = printLiteral(waits, "", declaration);
  return `${header(service)}
${printMakers(literal)}\
import type { Waits } from "@settled/runtime";

/** What waiting needs of the operations that can be polled. */
${declaration}${literal};
`;
}
