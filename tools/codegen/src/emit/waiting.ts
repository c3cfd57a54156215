import { isPolled } from "../describe/long-running.ts";
import { waitsApart } from "../describe/waiting.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { longRunningDescription } from "./long-running-description.ts";
import { printMakers } from "./operations.ts";

/** src/waiting.ts: what waits for operations, all that the client loads when it first does. */
export function emitWaiting({ service }: Edition): string | undefined {
  const { operations } = service;
  const polled = operations.filter(isPolled);
  if (polled.length === 0) return undefined;
  const within = polled.filter((operation) => !waitsApart(operation, operations));
  const exported = printNamed("export", ["resume", "run", "settle", "watch"], "@settled/runtime/waiting");
  if (within.length === 0) return `${header(service)}\n${exported}export { waits } from "./waits.ts";\n`;
  const own = Object.fromEntries(
    within.map((operation) => [operation.id, longRunningDescription(operation)]),
  );
  const declaration = "const own: Waits = ";
  const literal = printLiteral(own, "", declaration);
  return `${header(service)}
${printMakers(literal)}\
import type { Waits } from "@settled/runtime";
import { waits as others } from "./waits.ts";

${exported}
/** Those that only few need, and that no bundle holds which waits for others. */
${declaration}${literal};

/** What waiting needs of the operations that can be polled. */
export const waits: Waits = { ...others, ...own };
`;
}
