import type { Json } from "../document/json.ts";
import { isJsonType, parseMediaType } from "../wire/media-type.ts";
import { type JsonRules, redactJson } from "./redact-json.ts";
import { type FieldRules, redactFields } from "./redact-url.ts";

/** The text of a body without its secrets, read by its media type; as it is, where it holds none. */
export function redactBody(text: string, mediaType: string, rules: JsonRules & FieldRules): string {
  if (isForm(mediaType)) return redactFields(text, rules);
  const json = isJsonType(mediaType) || /^\s*[[{]/.test(text) ? parse(text) : undefined;
  // Names of members that stand twice were seen once only: the text as a whole has the last word.
  return rules.text(json ? redactMembers(text, json.value, rules) : text);
}

function redactMembers(text: string, value: Json, rules: JsonRules): string {
  try {
    const clean = JSON.stringify(redactJson(value, rules));
    // What holds no secret keeps its blanks, its duplicates, and its numbers to the last digit.
    return clean === JSON.stringify(value) ? text : exactNumbers(text, rules);
  } catch {
    // Nested deeper than there is room for: it is read as any text.
    return text;
  }
}

function isForm(mediaType: string): boolean {
  return parseMediaType(mediaType)?.type === "application/x-www-form-urlencoded";
}

function parse(text: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
}

interface RawJson {
  rawJSON(text: string): unknown;
  parse(
    text: string,
    reviver: (name: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
}

// A number is written as it was read: `9007199254740993` would not come back from a double.
function exactNumbers(text: string, rules: JsonRules): string {
  const raw = JSON as unknown as RawJson;
  const mark = "\u0000number:";
  const marked = raw.parse(text, (_, value, { source }) =>
    typeof value === "number" && source !== undefined && String(value) !== source ? mark + source : value,
  ) as Json;
  const clean = redactJson(marked, rules);
  return JSON.stringify(clean, (_, value: unknown) =>
    typeof value === "string" && value.startsWith(mark) ? raw.rawJSON(value.slice(mark.length)) : value,
  );
}
