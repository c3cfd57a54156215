import type { DocumentedHeader } from "../document/document.ts";
import type { Json, JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { coerce, coerceItems, memberSchema, typesOf } from "../schema/coerce.ts";
import { explainErrors } from "../schema/explain-errors.ts";
import { isCoding } from "../wire/decode-body.ts";
import { jsonIn } from "../wire/json-in.ts";
import { type Finding, fail, pass, saidAt } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** Each documented header is there if it must be, and says what it may; and so does what says how to read the body. */
export function checkResponseHeaders({
  exchange: { response },
  documented,
  validators,
  document,
}: Subject): Finding[] {
  if (!response || !documented) return [];
  const findings = documented.headers.flatMap((header): Finding[] => {
    const { name, required, schema } = header;
    const value = response.headers.get(name);
    if (value === null) return required ? [fail(`header ${name}`, "no such header")] : [];
    const validate = schema && validators.get(schema);
    const coerced = readHeader(document.root, header, value);
    if (coerced === undefined) return [fail(saidAt(`header ${name}`, "a JSON text"), value)];
    if (!validate || validate(coerced)) return [pass(`header ${name}`, value)];
    return explainErrors(document.root, schema, coerced, validate.errors ?? []).map(({ expected }) =>
      fail(saidAt(`header ${name}`, expected), value),
    );
  });
  return [...checkCoding(response.headers), ...findings];
}

// RFC 9110 §8.4: it names what undoes the coding. A charset in its place stops curl and Apache's client, not `fetch`.
function checkCoding(headers: Headers): Finding[] {
  const coding = headers.get("content-encoding");
  if (coding === null || isCoding(coding)) return [];
  return [
    fail(saidAt("header Content-Encoding", "a content coding, such as gzip, or no such header"), coding),
  ];
}

/** What a header says; `undefined` where it is to be JSON, and is none. */
function readHeader(
  root: JsonObject,
  { schema, serialization, explode }: DocumentedHeader,
  text: string,
): Json | undefined {
  if (serialization === "json") return jsonIn(text);
  const types = schema === undefined ? [] : typesOf(root, schema);
  if (types.includes("string")) return text;
  // RFC 9110 §5.6.1: white space around the comma belongs to no item.
  const items = text.split(",").map((item) => item.trim());
  if (types.includes("array")) return text === "" ? [] : coerceItems(root, schema, items);
  return types.includes("object") ? readMembers(root, schema, items, explode) : coerce(root, schema, text);
}

// OAS 3.1.1 §4.8.12.4: `a,1,b,2`, or exploded, `a=1,b=2`.
function readMembers(
  root: JsonObject,
  schema: Pointer | undefined,
  items: readonly string[],
  explode = false,
): Json {
  const flat = explode ? items.flatMap((item) => item.split(/=(.*)/s, 2)) : items;
  const names = flat.filter((_, index) => index % 2 === 0);
  const members = names.map((name, index) => [
    name,
    coerce(root, memberSchema(root, schema, name), flat[2 * index + 1] ?? ""),
  ]);
  return Object.fromEntries(members) as JsonObject;
}
