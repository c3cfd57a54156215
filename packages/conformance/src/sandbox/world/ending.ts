/** How an execution is to end: a final state, `waiting` for a person, or `expired`. */
export type Ending = "succeeded" | "failed" | "canceled" | "waiting" | "expired";

export const ENDINGS: readonly Ending[] = ["succeeded", "failed", "canceled", "waiting", "expired"];

/** How it gets there: a step for each time that it is asked for, or for each so many milliseconds. */
export type Pace = { readonly by: "polls" } | { readonly by: "time"; readonly step: number };
