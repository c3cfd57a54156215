import type { Form } from "./form.ts";
import { parseMediaType } from "./media-type.ts";

/**
 * Reads `multipart/form-data` (RFC 7578), by the boundary that its media type names.
 *
 * @returns `undefined` where the text does not keep to that boundary, or a part has no name
 */
export function parseMultipart(text: string, contentType: string): Form | undefined {
  const { boundary } = parseMediaType(contentType)?.parameters ?? {};
  if (!boundary) return undefined;
  // RFC 2046 §5.1.1: the line break before a delimiter belongs to it, and two hyphens after the last one end the body.
  const [, ...parts] = `\r\n${text}`.split(`\r\n--${boundary}`);
  if (!parts.pop()?.startsWith("--")) return undefined;
  const fields = parts.map(readPart);
  if (!fields.every((field) => field !== undefined)) return undefined;
  return Object.fromEntries(
    [...Map.groupBy(fields, ({ name }) => name)].map(([name, own]) => [name, own.map(({ text }) => text)]),
  );
}

function readPart(part: string): { name: string; text: string } | undefined {
  const [, headers = "", text = ""] = /^[ \t]*\r\n((?:[^\r\n]+\r\n)*)\r\n(.*)$/s.exec(part) ?? [];
  const disposition = /^content-disposition: *form-data *;(.*)$/im.exec(headers)?.[1] ?? "";
  const name = /(?:^|;) *name="([^"]*)"/i.exec(disposition)?.[1];
  return name === undefined ? undefined : { name: plainName(name), text };
}

// WHATWG HTML, multipart form data: these three are percent-encoded in a name, and nothing else is.
function plainName(name: string): string {
  return name.replace(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));
}
