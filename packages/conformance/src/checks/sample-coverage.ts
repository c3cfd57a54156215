import { isObject, type Json } from "../document/json.ts";
import type { Subject } from "./subject.ts";

/** How many of a sample's members a body shows, items of arrays counted once. */
export interface SampleCoverage {
  readonly shown: number;
  readonly documented: number;
}

/**
 * Compares by name and depth, not by value.
 *
 * @example
 * sampleCoverage({ id: 1, log: [{ at: 0, text: "a" }] }, { id: 2, log: [] }); // { shown: 2, documented: 4 }
 */
export function sampleCoverage(sample: Json, body: Json): SampleCoverage {
  const documented = documentedPaths(sample);
  const received = memberPaths(body);
  return { shown: [...documented].filter((path) => received.has(path)).length, documented: documented.size };
}

/** What the document shows of the answer that was asked for, if it is the one that came. */
export function askedSample({ testCase, exchange }: Subject): Json | undefined {
  return exchange.response?.status === testCase.status ? testCase.sample : undefined;
}

const remembered = new WeakMap<object, ReadonlySet<string>>();

/** A sample is the document's, and does not change. */
function documentedPaths(sample: Json): ReadonlySet<string> {
  if (typeof sample !== "object" || sample === null) return new Set();
  const paths = remembered.get(sample) ?? memberPaths(sample);
  remembered.set(sample, paths);
  return paths;
}

function memberPaths(value: Json, prefix = "", paths: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) memberPaths(item, `${prefix}/*`, paths);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      paths.add(`${prefix}/${name}`);
      memberPaths(member, `${prefix}/${name}`, paths);
    }
  }
  return paths;
}
