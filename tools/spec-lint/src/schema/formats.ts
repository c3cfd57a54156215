import type { Format } from "ajv/dist/2020.js";

/** The formats a spec may use: the OAS Format Registry's and RFC 3339's, so far as a provider documents them. */
export const formats: Readonly<Record<string, Format>> = {
  int32: {
    type: "number",
    validate: (value: number) => Number.isInteger(value) && Math.abs(value + 0.5) < 2 ** 31,
  },
  // A JSON number beyond 2^53 is no longer exact in JavaScript; an integer is all that can be said here.
  int64: { type: "number", validate: (value: number) => Number.isInteger(value) },
  float: { type: "number", validate: Number.isFinite },
  double: { type: "number", validate: Number.isFinite },
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u,
  binary: true,
  password: true,
  date: isDate,
  "date-time": isDateTime,
};

// RFC 3339 §5.6 full-date. The round trip through Date refuses the 31st of a short month.
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

// RFC 3339 §5.6 date-time; `:60` is a leap second (§5.7).
function isDateTime(text: string): boolean {
  const time =
    /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;
  const match = time.exec(text);
  return match?.[1] !== undefined && isDate(match[1]);
}
