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
  const documented = documentedMembers(sample);
  const shown = new Set<Member>();
  look(documented.root, body, shown);
  return { shown: shown.size, documented: documented.size };
}

/** A member of a sample, by its name and depth, and those below it. */
interface Member {
  readonly below: Map<string, Member>;
}

function look({ below }: Member, value: Json, shown: Set<Member>): void {
  if (below.size === 0) return;
  if (Array.isArray(value)) {
    const items = below.get(ITEMS);
    if (items) for (const item of value) look(items, item, shown);
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      const member = below.get(name);
      if (!member) continue;
      shown.add(member);
      look(member, value[name] ?? null, shown);
    }
  }
}

/** What the document shows of the answer that was asked for, if it is the one that came. */
export function askedSample({ testCase, exchange }: Subject): Json | undefined {
  return exchange.response?.status === testCase.status ? testCase.sample : undefined;
}

interface Members {
  readonly root: Member;
  readonly size: number;
}

const remembered = new WeakMap<object, Members>();

/** A sample is the document's, and does not change. */
function documentedMembers(sample: Json): Members {
  if (typeof sample !== "object" || sample === null) return { root: { below: new Map() }, size: 0 };
  const members = remembered.get(sample) ?? listMembers(sample);
  remembered.set(sample, members);
  return members;
}

// No name of a member: those are not what they are called, but what the names lead to.
const ITEMS = "\0items";

function listMembers(sample: Json): Members {
  const root: Member = { below: new Map() };
  let size = 0;
  list(root, sample);
  return { root, size };

  function list(parent: Member, value: Json): void {
    if (Array.isArray(value)) for (const item of value) list(memberOf(parent, ITEMS), item);
    else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) {
        if (!parent.below.has(name)) size += 1;
        list(memberOf(parent, name), member);
      }
    }
  }
}

function memberOf({ below }: Member, name: string): Member {
  const member = below.get(name) ?? { below: new Map() };
  below.set(name, member);
  return member;
}
