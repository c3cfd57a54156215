import { findMarked } from "../../document/find-marked.ts";
import { isObject, type Json } from "../../document/json.ts";
import { editSample, isBlank, type SampleEdit } from "./edit-sample.ts";
import type { State } from "./life.ts";
import type { Easel } from "./picture.ts";
import { valueAtSteps } from "./place.ts";
import type { Subject } from "./subject.ts";
import { isEndName, timeStampsIn } from "./time-stamps.ts";

/**
 * Makes a copy of a sample say no more than what is so in a state: results only of what succeeded, errors only of what
 * failed, ends only of what is over. What the schema requires stays.
 *
 * @param own whether the sample is of that state
 */
export function adaptSample(easel: Easel, subject: Subject, given: Json, now: State, own: boolean): Json {
  const edit = editSample(easel, subject, given);
  adaptResults(edit, placesOf(easel, subject, "x-lro-result"), now);
  adaptErrors(edit, placesOf(easel, subject, "x-lro-error"), now, own);
  if (!["succeeded", "failed", "canceled"].includes(now)) dropEnds(edit);
  return edit.sample;
}

function adaptResults(edit: SampleEdit, places: readonly (readonly string[])[], now: State): void {
  for (const steps of places) {
    if (now !== "succeeded") edit.drop(steps);
    else if (valueAtSteps(edit.sample, steps) === undefined) edit.borrow(steps);
  }
}

function adaptErrors(
  edit: SampleEdit,
  places: readonly (readonly string[])[],
  now: State,
  own: boolean,
): void {
  for (const steps of places) {
    const said = valueAtSteps(edit.sample, steps);
    if (now === "failed") {
      if (isBlank(said)) edit.borrow(steps);
      // A text may say that all is well. An error that is an object is one.
    } else if (!(own && typeof said === "string")) edit.drop(steps);
  }
}

function dropEnds(edit: SampleEdit): void {
  for (const { steps, ends } of timeStampsIn(edit.sample)) if (ends) edit.drop(steps);
  for (const steps of endsIn(edit.sample)) edit.drop(steps);
}

/** Where a schema marks something that there is but once. */
function placesOf({ root }: Easel, { schema }: Subject, keyword: string): (readonly string[])[] {
  const marked = schema === undefined ? [] : findMarked(root, schema, keyword).map(({ steps }) => steps);
  return marked.filter((steps) => !steps.includes("*"));
}

function endsIn(sample: Json, steps: readonly string[] = []): (readonly string[])[] {
  if (!isObject(sample)) return [];
  return Object.entries(sample).flatMap(([name, value]) =>
    isObject(value)
      ? endsIn(value, [...steps, name])
      : isEndName(name) && typeof value !== "object" && /date|time/i.test(name)
        ? [[...steps, name]]
        : [],
  );
}
