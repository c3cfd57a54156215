import { isObject, type Json } from "../../document/json.ts";
import { sampleSchema } from "../../schema/sample-schema.ts";
import type { Easel } from "./picture.ts";
import { copyWith, putAt, removeAt, valueAtSteps } from "./place.ts";
import { schemaAt } from "./schema-at.ts";
import type { Subject } from "./subject.ts";

/** A sample that is made to say less or more. Where its schema admits it, so does it what comes of that. */
export interface SampleEdit {
  /** As it is by now. */
  readonly sample: Json;
  /** Takes something out of it; what is required stays, as empty as it may be. */
  drop(steps: readonly string[]): void;
  /** Puts there what another sample shows, or what the schema admits. */
  borrow(steps: readonly string[]): void;
}

export function editSample({ root, fits }: Easel, { schema, samples }: Subject, given: Json): SampleEdit {
  let sample = given;
  return {
    get sample() {
      return sample;
    },
    drop(steps) {
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
    },
    borrow(steps) {
      const before = valueAtSteps(sample, steps);
      const holder = valueAtSteps(sample, steps.slice(0, -1));
      if (!isObject(holder)) return;
      for (const value of [...shownAt(steps), ...madeFor(steps)]) {
        const was = isValid();
        sample = putAt(sample, steps, copyWith(value, []));
        if (isValid() || !was) return;
      }
      if (before === undefined) removeAt(sample, steps);
      else sample = putAt(sample, steps, before);
    },
  };

  function shownAt(steps: readonly string[]): Json[] {
    return samples
      .map(({ value }) => valueAtSteps(value, steps))
      .filter((one) => one !== undefined)
      .filter((one) => !isBlank(one));
  }

  function madeFor(steps: readonly string[]): Json[] {
    const at = schemaAt(root, schema, steps);
    if (at === undefined) return [];
    return ["It failed.", sampleSchema(root, at)]
      .filter((one) => one !== undefined)
      .filter((one) => fits(at, one));
  }

  function isValid(): boolean {
    return schema === undefined || fits(schema, sample);
  }
}

/** Whether it says nothing. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  // A text may hold JSON.
  if (typeof value === "string") return /^\s*(\{\s*\}|\[\s*\])?\s*$/.test(value);
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
