import { documentedValues } from "../document/documented-values.ts";
import { findMarked, type MarkedPlace, valuesAtPlace } from "../document/find-marked.ts";
import { isObject, type Json } from "../document/json.ts";
import { type CanonicalState, STATUS } from "../document/vocabulary.ts";
import { type Finding, fail, pass, show, vacuous } from "./finding.ts";
import { askedSample } from "./sample-coverage.ts";
import type { Subject } from "./subject.ts";

/** The status of the long-running operation is a value that has a meaning. */
export function checkOperationStatus(subject: Subject): Finding[] {
  const { document, mediaType, body } = subject;
  if (!mediaType?.schema || body.kind !== "json") return [];
  return findMarked(document.root, mediaType.schema, STATUS).flatMap((place): Finding[] => {
    const values = valuesAtPlace(body.value, place.steps);
    if (values.length > 0)
      return values.map(([at, value]) => ({ ...judgeStatus(subject, place, value), at }));
    const sample = askedSample(subject);
    const shown = sample !== undefined && valuesAtPlace(sample, place.steps).length > 0;
    return shown ? [vacuous(`an operation status at ${place.steps.join("/")}`, "none")] : [];
  });
}

function judgeStatus({ document }: Subject, { mark, schema }: MarkedPlace, value: Json): Finding {
  const state = canonicalState(mark, value);
  if (state !== "unknown") return pass(`a status with a meaning`, `${show(value)} (${state})`);
  const { values, open } = documentedValues(document.root, schema);
  const expected = `one of ${values.map(show).join(", ")}`;
  const isKin = typeof value === typeof values[0];
  return open && isKin
    ? vacuous(`${expected} (the list is open)`, `${show(value)}, unknown`)
    : fail(expected, show(value));
}

/** What a vendor's status value means, by the buckets of its keyword. */
export function canonicalState(mark: Json, value: Json): CanonicalState {
  const buckets = isObject(mark) ? Object.entries(mark) : [];
  const holding = buckets.find(([, values]) => Array.isArray(values) && values.includes(value));
  return (holding?.[0] as CanonicalState | undefined) ?? "unknown";
}
