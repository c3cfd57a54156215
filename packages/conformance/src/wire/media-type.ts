import { parse } from "content-type";

/** A media type that can be compared: type and parameter names in lower case. */
export interface ParsedMediaType {
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Parses a `Content-Type`, or a key of `content`; `undefined` if it is none. */
export function parseMediaType(text: string): ParsedMediaType | undefined {
  const known = remembered.get(text);
  if (known) return known;
  const parsed = parseAfresh(text);
  // Documents and clients know but a few; what a stranger makes up is not kept for ever.
  if (parsed && remembered.size < 1000 && text.length < 200) remembered.set(text, parsed);
  return parsed;
}

const remembered = new Map<string, ParsedMediaType>();

function parseAfresh(text: string): ParsedMediaType | undefined {
  try {
    const { type, parameters } = parse(text);
    if (!/^[^/\s]+\/[^/\s]+$/.test(type)) return undefined;
    return { type: type.toLowerCase(), parameters: neutral(parameters) };
  } catch {
    return undefined;
  }
}

/**
 * Whether what was received is what is documented (RFC 9110 §8.3.1): type and subtype without case,
 * parameters as a set, ranges such as `text/*` understood.
 */
export function matchesMediaType(received: string, documented: string): boolean {
  const got = parseMediaType(received);
  const want = parseMediaType(documented);
  if (!got || !want) return false;
  if (!matchesType(got.type, want.type)) return false;
  // RFC 9110 §8.3.2: of text, it says how the bytes are to be read. A document that names none leaves that open.
  const { charset, ...others } = got.parameters;
  const isFree =
    charset !== undefined && want.parameters.charset === undefined && got.type.startsWith("text/");
  return sameParameters(isFree && !isJsonType(got.type) ? others : got.parameters, want.parameters);
}

/** Whether the body is JSON: `application/json`, or a type with the suffix `+json` (RFC 6839 §3.1). */
export function isJsonType(text: string): boolean {
  const type = parseMediaType(text)?.type ?? "";
  return type === "application/json" || type === "text/json" || type.endsWith("+json");
}

/** Whether the body comes in parts, each with headers of its own (RFC 7578). */
export function isMultipart(text: string): boolean {
  return parseMediaType(text)?.type.startsWith("multipart/") ?? false;
}

// RFC 8259 §8.1 and §11: JSON is UTF-8, and a charset parameter has no effect. UTF-8 is also what every
// other text is unless it says otherwise, so that naming it changes nothing.
function neutral(parameters: Record<string, string>): Record<string, string> {
  const lower = Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(
    lower
      .map(([name, value]) => [name, name === "charset" ? value.toLowerCase() : value] as const)
      .filter(([name, value]) => !(name === "charset" && (value === "utf-8" || value === "utf8"))),
  );
}

function matchesType(got: string, want: string): boolean {
  if (want === "*/*") return true;
  return want.endsWith("/*") ? got.startsWith(want.slice(0, -1)) : got === want;
}

function sameParameters(
  got: Readonly<Record<string, string>>,
  want: Readonly<Record<string, string>>,
): boolean {
  const names = Object.keys(got);
  return names.length === Object.keys(want).length && names.every((name) => got[name] === want[name]);
}
