import type { CheckName } from "../checks/finding.ts";

/** A finding that somebody knows of, answers for, and will look at again. */
export interface BaselineEntry {
  readonly provider: string;
  readonly operation: string;
  /** Absent: any case of the operation. */
  readonly case?: string;
  readonly check: CheckName;
  /** Where in the body, or in the request, as a JSON pointer with `*` for any item; empty where it is about all. */
  readonly at: string;
  /** What was expected, where several expectations are about one place; absent: anything. */
  readonly expected?: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day that it is known for, such as `2027-03-31`, in UTC. */
  readonly expires: string;
  /** The day that it was first written down, likewise. */
  readonly since: string;
}

/** What a file such as `settled.baseline.json` holds. */
export interface Baseline {
  /** Of this format. */
  readonly version: 1;
  readonly entries: readonly BaselineEntry[];
}

/** What stands for a reason or an owner until somebody gives one: it makes the check fail. */
export const PLACEHOLDER = "TODO";

/** Whether a reason or an owner has still to be given. */
export function isWaiting(text: string): boolean {
  return text.trim() === "" || text.trim().startsWith(PLACEHOLDER);
}

const KEYS = ["provider", "operation", "case", "check", "at", "expected"] as const;

/** What an entry is about, without what is said of it. */
export function keyOfEntry(entry: BaselineEntry): string {
  return JSON.stringify(KEYS.map((key) => entry[key] ?? null));
}

/** An entry as people speak of it: `getJob 404 JobNotFound, response-schema #/code`. */
export function describeEntry({ operation, case: name, check, at }: BaselineEntry): string {
  return [`${operation}${name === undefined ? "" : ` ${name}`}, ${check}`, at].filter(Boolean).join(" ");
}
