import type { Format } from "ajv";
import { fullFormats } from "ajv-formats/dist/formats.js";

// RFC 9562 §4; the library's own also admits the prefix `urn:uuid:`.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const dateTime = fullFormats["date-time"] as { readonly validate: (text: string) => boolean };

/**
 * The formats of OpenAPI and JSON Schema. The library's `int64` admits any whole double and its `int32` any
 * whole one too large to see (ajv-formats#90, #99); ours are exact, given the surrogates of `readJson`.
 */
export const formats: Readonly<Record<string, Format>> = {
  ...(fullFormats as Record<string, Format>),
  int32: { type: "number", validate: (value: number) => Number.isInteger(value) && value === (value | 0) },
  int64: {
    type: "number",
    validate: (value: number) => Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63,
  },
  float: true,
  double: true,
  binary: true,
  password: true,
  uuid: UUID,
  // In no registry, so a URL is what the URL Standard reads. The library's own refuses hosts of an intranet, and takes
  // time by the square of the length.
  url: { validate: (text: string) => URL.canParse(text) },
  // RFC 3339 §5.6, the rule `date-time`: a T stands between; the library's own also admits a space.
  "date-time": { validate: (text: string) => /^.{10}t/i.test(text) && dateTime.validate(text) },
};
