import type { Received } from "../received.ts";
import type { Door } from "./read-doors.ts";
import { type Input, type Reading, readInputs } from "./read-inputs.ts";

/** The documented way that a login fits best, whether it fits or not; the first of several that it fits as well. */
export function chooseWay(
  doors: readonly Door[],
  { operation, arguments: given }: Pick<Received, "operation" | "arguments">,
): Reading | undefined {
  const readings = doors.map((door) => readInputs(door, operation, given));
  return readings.sort(
    (a, b) =>
      a.strangers.length - b.strangers.length ||
      missingFrom(a).length - missingFrom(b).length ||
      b.agreement - a.agreement,
  )[0];
}

/** What a login cannot do without, and was not given. Of whatever else there is, a sandbox can do without. */
export function missingFrom({ inputs }: Reading): readonly Input[] {
  return inputs.filter(({ role, value }) => value === undefined && role !== "other");
}
