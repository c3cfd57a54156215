import type { SessionDescription } from "./session-description.ts";

/** What a login needs to know: a text, or a function that is asked for it at each login, as of a vault. */
export type SessionInput = string | (() => string | Promise<string>);

/** What is given for a session, by name; `login` is the operationId of what answers with the token. */
export interface SessionInputs {
  readonly login?: string | undefined;
  readonly [name: string]: SessionInput | undefined;
}

/** The texts that are given, by name. */
export type SessionValues = Readonly<Record<string, string>>;

/**
 * Asks for the inputs that are functions. What is empty is not given.
 *
 * @throws TypeError if a function gives no text; it shows none that it gave.
 */
export async function readInputs(
  { inputs: known }: SessionDescription,
  given: Readonly<Record<string, SessionInput>>,
): Promise<SessionValues> {
  const read = Object.entries(given).map(async ([name, input]) => {
    const value: unknown = typeof input === "function" ? await input() : input;
    if (typeof value === "string" && value !== "") return [[name, value]];
    const isNone = value === undefined || value === null || value === "";
    if (isNone && !known[name]) return [];
    const what = value === "" ? "an empty text" : value === null ? "null" : typeof value;
    throw new TypeError(`session(…) has no ${name}: the function for it gave ${what} instead of a text.`);
  });
  return Object.fromEntries((await Promise.all(read)).flat());
}

/**
 * The arguments of a login: each text `$inputs.name` in them, at any depth, becomes what is given for it. A member
 * whose input was not given goes, and so does one that had no others.
 */
export function fillInputs(
  { arguments: template }: SessionDescription,
  values: SessionValues,
): Record<string, unknown> {
  return (fill(template, values) ?? {}) as Record<string, unknown>;
}

function fill(template: unknown, values: SessionValues): unknown {
  if (typeof template === "string") {
    // Arazzo 1.0.1 §4.7: here without embedding in other text.
    const name = /^\$inputs\.([A-Za-z_]\w*)$/.exec(template)?.[1];
    return name === undefined ? template : values[name];
  }
  if (typeof template !== "object" || template === null) return template;

  const members = Object.entries(template).flatMap(([name, member]) => {
    const value = fill(member, values);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (members.length === 0 && Object.keys(template).length > 0) return undefined;
  return Array.isArray(template) ? members.map(([, value]) => value) : Object.fromEntries(members);
}
