import { isObject } from "./is-object.ts";

/** What an option has to be: a test, and its words. */
export type Shape = readonly [fits: (value: unknown) => boolean, takes: string];

/**
 * Refuses what would be passed over in silence, or fail far from here, for those who have no compiler to tell them.
 * Of what is wrong it shows the kind alone, since it may be a secret in the wrong place.
 *
 * @param known - the names that there are
 * @param shapes - what those have to be that nothing else looks at; what is not given passes
 * @param path - where the options stand, if they are a part of others: `server.`
 * @throws TypeError with the name, what was expected and what was received.
 */
export function assertOptions(
  options: unknown,
  known: readonly string[],
  shapes: Readonly<Record<string, Shape>> = {},
  path = "",
): void {
  if (!isObject(options)) {
    const what = path.slice(0, -1) || "What stands for the options";
    throw new TypeError(`${what} is ${kindOf(options)}. It takes an object with: ${known.join(", ")}.`);
  }
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const names = unknown.map((name) => `"${path}${name}"`).join(", ");
    throw new TypeError(`There is no option ${names}. There are: ${known.join(", ")}.`);
  }
  for (const [name, [fits, takes]] of Object.entries(shapes)) {
    const value = options[name];
    if (value === undefined || fits(value)) continue;
    throw new TypeError(`${path}${name} is ${kindOf(value)}. It takes ${takes}.`);
  }
}

export function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

/** `[object Date]`; a number as it is. */
export function kindOf(value: unknown): string {
  return typeof value === "number" ? `${value}` : Object.prototype.toString.call(value);
}

/** Of what is none, `toMilliseconds` tells the rest. */
export const DURATION: Shape = [
  (value) => typeof value === "string" || Number.isFinite(value),
  'milliseconds above zero, or a text such as "10m"',
];

export const SIGNAL: Shape = [
  (value) => isFunction(Object(value).throwIfAborted),
  "an AbortSignal. Examples: AbortSignal.timeout(5_000), or the signal of an AbortController",
];

/** What fetch refuses, it refuses with the value, which may be a secret. */
export const HEADERS: Shape = [
  (value) => {
    try {
      new Headers(value as RequestInit["headers"]);
      return true;
    } catch {
      return false;
    }
  },
  'names and values that can be sent, each in one line of Latin-1. Example: { "accept-language": "en" }',
];

/** What calls and waits take alike. */
export const CALL: Readonly<Record<string, Shape>> = {
  signal: SIGNAL,
  headers: HEADERS,
  timeout: DURATION,
  totalTimeout: DURATION,
};
