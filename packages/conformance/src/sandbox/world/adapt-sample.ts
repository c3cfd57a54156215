import { findMarked } from "../../document/find-marked.ts";
import { isObject, type Json } from "../../document/json.ts";
import { sampleSchema } from "../../schema/sample-schema.ts";
import type { State } from "./life.ts";
import type { Easel } from "./picture.ts";
import { copyWith, putAt, removeAt, valueAtSteps } from "./place.ts";
import { schemaAt } from "./schema-at.ts";
import type { Subject } from "./subject.ts";
import { isEndName, timeStampsIn } from "./time-stamps.ts";

/**
 * Makes a copy of a sample say no more than what is so in a state: results only of what succeeded, errors only of what
 * failed, ends only of what is over. What the schema requires stays.
 *
 * @param own whether the sample is of that state
 */
export function adaptSample(easel: Easel, subject: Subject, given: Json, now: State, own: boolean): Json {
  const { root, fits } = easel;
  const { schema } = subject;
  let sample = given;
  for (const steps of placesOf("x-lro-result")) {
    if (now !== "succeeded") drop(steps);
    else if (valueAtSteps(sample, steps) === undefined) borrow(steps);
  }
  for (const steps of placesOf("x-lro-error")) {
    const said = valueAtSteps(sample, steps);
    if (now === "failed") {
      if (isBlank(said)) borrow(steps);
      // A text may say that all is well. An error that is an object is one.
    } else if (!(own && typeof said === "string")) drop(steps);
  }
  if (["succeeded", "failed", "canceled"].includes(now)) return sample;
  for (const { steps, ends } of timeStampsIn(sample)) if (ends) drop(steps);
  for (const name of endsIn(sample)) drop(name);
  return sample;

  function placesOf(keyword: string): (readonly string[])[] {
    const marked = schema === undefined ? [] : findMarked(root, schema, keyword).map(({ steps }) => steps);
    return marked.filter((steps) => !steps.includes("*"));
  }

  function drop(steps: readonly string[]): void {
    const before = valueAtSteps(sample, steps);
    if (before === undefined || isBlank(before)) return;
    const was = isValid();
    removeAt(sample, steps);
    if (isValid() || !was) return;
    // It is required: then as empty as it may be.
    for (const empty of ["", {}, [], before]) {
      sample = putAt(sample, steps, empty);
      if (isValid()) return;
    }
  }

  function borrow(steps: readonly string[]): void {
    const at = schemaAt(root, schema, steps);
    const shown = subject.samples
      .map(({ value }) => valueAtSteps(value, steps))
      .filter((one) => !isBlank(one));
    const made =
      at === undefined ? [] : ["It failed.", sampleSchema(root, at)].filter((one) => fits(at, one));
    const before = valueAtSteps(sample, steps);
    const holder = valueAtSteps(sample, steps.slice(0, -1));
    if (!isObject(holder)) return;
    for (const value of [...shown, ...made]) {
      if (value === undefined) continue;
      const was = isValid();
      sample = putAt(sample, steps, copyWith(value, []));
      if (isValid() || !was) return;
    }
    if (before === undefined) removeAt(sample, steps);
    else sample = putAt(sample, steps, before);
  }

  function isValid(): boolean {
    return schema === undefined || fits(schema, sample);
  }
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

function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  // A text may hold JSON.
  if (typeof value === "string") return /^\s*(\{\s*\}|\[\s*\])?\s*$/.test(value);
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
