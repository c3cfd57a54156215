import type { Finding } from "../malformed-body.ts";
import { describeExpected } from "./describe-expected.ts";
import { NOTHING } from "./describe-received.ts";
import type { Check, Walk } from "./walk.ts";

export function allOf(parts: readonly number[]): Check {
  return (value, { judge }) => {
    for (const part of parts) judge(part, value);
  };
}

export function anyOf(branches: readonly number[]): Check {
  return (value, walk) => {
    if (branches.some((branch) => walk.fits(branch, value))) return;
    walk.explain(() => reportNone(branches, value, walk));
  };
}

export function oneOf(branches: readonly number[]): Check {
  return (value, walk) => {
    const fitting = branches.filter((branch) => walk.fits(branch, value)).length;
    if (fitting === 0) walk.explain(() => reportNone(branches, value, walk));
    if (fitting > 1) walk.report(() => `one alternative alone, of ${branches.length}`, value);
  };
}

export function not(schema: number): Check {
  return (value, { fits, report, schemas }) => {
    if (fits(schema, value)) report(() => `not ${describeExpected(schemas, schemas[schema])}`, value);
  };
}

/** Where one branch alone is the likeliest to be meant, what is wrong is what is wrong by that one, at its place. */
function reportNone(branches: readonly number[], value: unknown, walk: Walk): void {
  const here = walk.here();
  const tried = branches.map((branch) => {
    const wrong = walk.tries(branch, value);
    return { wrong, rank: Math.max(...wrong.map((finding) => rank(finding, here))) };
  });
  const best = Math.min(NOT_MEANT, ...tried.map((one) => one.rank));
  const [likely, ...others] = tried.filter((one) => one.rank === best && best < NOT_MEANT);
  if (likely && others.length === 0) walk.repeat(likely.wrong);
  else
    walk.report(() => describeExpected(walk.schemas, { anyOf: branches }), value, {
      shows: isListed(branches, walk),
    });
}

/** Whether one of the branches is a list of values. */
function isListed(branches: readonly number[], { schemas }: Walk): boolean {
  return branches.some((branch) => schemas[branch]?.enum);
}

const NOT_MEANT = 2;

/** How much a finding says that a branch is not meant: least if it is of a part; most if it is of the value itself. */
function rank({ at, received }: Finding, here: string): number {
  if (at === here) return NOT_MEANT;
  return received === NOTHING && at.slice(0, at.lastIndexOf("/")) === here ? 1 : 0;
}
