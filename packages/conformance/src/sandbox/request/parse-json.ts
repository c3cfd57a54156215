import type { Json } from "../../document/json.ts";
import { findJsonError } from "../../wire/find-json-error.ts";
import { readJsonText } from "../../wire/read-json.ts";

/** What a JSON text says; or what is wrong with it, in words that show no more of it than one character. */
export type ParsedJson =
  | {
      readonly value: Json;
      /** The same, fit to be judged: numbers that a double cannot hold keep their kind. */
      readonly judged: Json;
      readonly problem?: undefined;
    }
  | { readonly problem: string };

/** How many levels are read (RFC 8259 §9: a parser may set a limit). What comes after may well recurse. */
export const LEVELS = 256;

// What `exactSurrogate` could have something to say of.
const LONG_NUMBER = /[-+\d.eE]{16}|[eE][+-]?\d{3}/;

/** Reads a JSON text of a client. */
export function parseJson(text: string): ParsedJson {
  // RFC 8259 §8.1: a byte order mark must not be added.
  if (text.startsWith("\uFEFF")) return { problem: "a byte order mark" };
  if (isDeeper(text)) return { problem: `more than ${LEVELS} levels` };
  try {
    const value = JSON.parse(text) as Json;
    // RFC 8259 §4: what a parser makes of a name that stands twice is not foreseeable; most keep the last.
    const [twice] = namesIn(text) > membersIn(value) ? readJsonText(text).duplicates : [];
    if (twice !== undefined) return { problem: `${twice} more than once` };
    return { value, judged: LONG_NUMBER.test(text) ? readJsonText(text).value : value };
  } catch {
    // The engine's own message quotes the text, which may hold a secret.
    return { problem: findJsonError(text) };
  }
}

// The quote that a colon follows ends a name, or stands escaped in a text that holds JSON itself.
const NAME_END = /(?<!\\)"\s*:/g;

/** How many names of members a text has. It may count what is none, and then is looked at again. */
function namesIn(text: string): number {
  let count = 0;
  NAME_END.lastIndex = 0;
  while (NAME_END.test(text)) count += 1;
  return count;
}

function membersIn(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) for (const item of value) count += membersIn(item);
  else for (const name of Object.keys(value)) count += 1 + membersIn(value[name] as Json);
  return count;
}

/** Whether a text has more levels than are read, whatever else is wrong with it. */
function isDeeper(text: string): boolean {
  if (text.length <= LEVELS) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > LEVELS) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST] = [0x5b, 0x5d];
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d];

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return text.length;
}
