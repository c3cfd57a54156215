import type { Operation } from "../document/document.ts";
import type { ReportEntry, Verdict } from "../report/report.ts";
import { isFinal, type State } from "./read-state.ts";

/** Whether nothing moves from there, or not until a person acts. */
export function isEnding(state: State): boolean {
  return isFinal(state) || state.state === "waiting";
}

/**
 * How a lifecycle went, as a report has it.
 *
 * @param poll the operation that told its states
 * @param states those that it went through, one after the other
 * @param cut why it was left before its end, if it was
 */
export function lifecycleOutcome(
  poll: Operation,
  states: readonly State[],
  cut: string | undefined,
): ReportEntry {
  const way = states.map(({ value, state }) => `${JSON.stringify(value) ?? "nothing"} (${state})`).join(", ");
  const waits = states.at(-1)?.state === "waiting" ? "it waits for a person" : undefined;
  return {
    check: "operation-status",
    operation: poll.id,
    case: "lifecycle",
    verdict: verdictOf(states.at(-1), cut),
    expected: "a final state, by way of the documented ones",
    received: [cut ?? waits, way || "no status"].filter((text) => text !== undefined).join(": "),
    curl: "",
  };
}

function verdictOf(last: State | undefined, cut: string | undefined): Verdict {
  if (last && isFinal(last)) return "pass";
  return cut !== undefined || last?.state === "waiting" ? "skip" : "fail";
}
