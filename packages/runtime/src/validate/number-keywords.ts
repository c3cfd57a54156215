import type { Check } from "./walk.ts";

export function minimum(limit: number): Check {
  return checkNumber(`at least ${limit}`, (value) => value >= limit);
}

export function maximum(limit: number): Check {
  return checkNumber(`at most ${limit}`, (value) => value <= limit);
}

export function exclusiveMinimum(limit: number): Check {
  return checkNumber(`more than ${limit}`, (value) => value > limit);
}

export function exclusiveMaximum(limit: number): Check {
  return checkNumber(`less than ${limit}`, (value) => value < limit);
}

export function multipleOf(divisor: number): Check {
  return checkNumber(`a multiple of ${divisor}`, (value) => Number.isInteger(value / divisor));
}

function checkNumber(expected: string, isRight: (value: number) => boolean): Check {
  return (value, { report }) => {
    if (typeof value === "number" && !isRight(value)) report(() => expected, value, { shows: true });
  };
}
