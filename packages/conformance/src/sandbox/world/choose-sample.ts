import type { Json, JsonObject } from "../../document/json.ts";
import { sampleSchema } from "../../schema/sample-schema.ts";
import type { State } from "./life.ts";
import { valueAtSteps } from "./place.ts";
import type { Subject } from "./subject.ts";

/** The state that stands for one that an answer has no value for. */
export const NEXT_BEST: Record<State, readonly State[]> = {
  notStarted: ["notStarted", "running", "waiting", "succeeded"],
  running: ["running", "notStarted", "succeeded"],
  waiting: ["waiting", "running", "notStarted", "succeeded"],
  succeeded: ["succeeded", "waiting", "failed"],
  failed: ["failed", "canceled", "succeeded"],
  canceled: ["canceled", "failed", "succeeded"],
  expired: ["succeeded", "waiting", "failed"],
};

const EARLY: readonly State[] = ["notStarted", "running", "waiting"];

/** The sample that an answer in a state is made from. */
export interface Chosen {
  readonly value: Json;
  readonly status?: Json;
  /** Whether the sample is of that state. */
  readonly own: boolean;
}

/** The sample of a state: by the name of its example, by its status, or the one that looks most like it. */
export function chooseSample(
  { samples }: Subject,
  status: NonNullable<Subject["status"]>,
  state: State,
  wanted?: Json,
): Chosen {
  const bucket = status.values[state] ?? [];
  const shown = samples.flatMap(({ name, value }) => {
    const said = valueAtSteps(value, status.steps);
    return said === undefined ? [] : [{ name, value, said }];
  });
  const named = shown.filter(({ name, said }) => name === state && bucket.includes(said));
  const own = [...named, ...shown.filter(({ said }) => bucket.includes(said))];
  const target =
    wanted !== undefined && bucket.includes(wanted) ? wanted : (own[0]?.said ?? bucket[0] ?? null);
  const exact = own.find(({ said }) => said === target) ?? own[0];
  if (exact) return { value: exact.value, status: target, own: true };
  // What is at work looks more like what is at work than like what is over.
  const early = [...(status.values.running ?? []), ...(status.values.waiting ?? [])];
  const near = EARLY.includes(state) ? shown.find(({ said }) => early.includes(said)) : undefined;
  const other = near?.value ?? shown[0]?.value ?? samples[0]?.value ?? {};
  return { value: other, status: target, own: false };
}

/** The sample where no state matters. */
export function firstSample(root: JsonObject, { samples, schema }: Subject): Chosen {
  return { value: samples[0]?.value ?? (schema ? sampleSchema(root, schema) : {}), own: true };
}
