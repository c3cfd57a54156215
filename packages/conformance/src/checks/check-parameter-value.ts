import type { Parameter } from "../document/document.ts";
import type { Json } from "../document/json.ts";
import { sameJson } from "../document/same-json.ts";
import { coerce, coerceItems } from "../schema/coerce.ts";
import { explainErrors } from "../schema/explain-errors.ts";
import { type Field, isSplit, joined, serialize } from "../wire/serialize.ts";
import { type Finding, fail, saidAt, show } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** One parameter has the value that the client was given, written as documented, and fits its schema. */
export function checkParameterValue(
  subject: Subject,
  parameter: Parameter,
  received: readonly Field[],
): Finding[] {
  const given = givenValue(subject, parameter) ?? madeUp(parameter, received);
  const want = given === undefined ? undefined : wireFields(parameter, given);
  if (received.length === 0) {
    const isDue = want === undefined ? parameter.required : want.length > 0;
    const value = given === undefined ? "" : `=${show(given)}`;
    return isDue ? [fail(`${labelOf(parameter)}${value}`, "none")] : [];
  }
  const label = labelOf(parameter);
  if (!want) return [fail(`${label} left out`, `${label}=${showFields(received)}`)];
  if (!saysTheSame(parameter, want, received)) {
    return [fail(`${label}=${showFields(want)}`, `${label}=${showFields(received)}`)];
  }
  return checkSchema(subject, parameter, schemaValue(subject, parameter, given ?? null, received));
}

function labelOf({ in: place, name }: Parameter): string {
  return `${place} parameter ${name}`;
}

function checkSchema({ document, validators }: Subject, parameter: Parameter, value: Json): Finding[] {
  const { name, in: place, schema } = parameter;
  const validate = schema && validators.get(schema);
  if (!validate || validate(value)) return [];
  return explainErrors(document.root, schema, value, validate.errors ?? []).map(({ expected, received }) =>
    fail(saidAt(`${place} parameter ${name}`, expected), received),
  );
}

/** What was received, as the schema is to judge it. A flattened value is known to be the given one by now. */
function schemaValue(
  { document: { root } }: Subject,
  parameter: Parameter,
  given: Json,
  received: readonly Field[],
): Json {
  const { schema, serialization } = parameter;
  if (serialization) return given;
  if (Array.isArray(given)) return coerceItems(root, schema, given.map(String));
  return coerce(root, schema, received[0]?.[1] ?? "");
}

// The order of flattened fields, and of the members within JSON, means nothing.
function saysTheSame(
  { serialization }: Parameter,
  want: readonly Field[],
  received: readonly Field[],
): boolean {
  if (isSplit(serialization)) return sameJson(byName(want), byName(received));
  if (want.length !== received.length) return false;
  return want.every(([, text], index) => {
    const other = received[index]?.[1] ?? "";
    return text === other || (serialization === "json" && sameJson(parseJson(text), parseJson(other)));
  });
}

function byName(fields: readonly Field[]): Json {
  const named = Map.groupBy(fields, ([name]) => name);
  return Object.fromEntries([...named].map(([name, own]) => [name, own.map(([, text]) => text)]));
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One value as itself, so that a list is told from its items joined. */
function showFields(fields: readonly Field[]): string {
  const [first, ...others] = fields.map(([, text]) => text);
  return show(others.length === 0 ? first : fields.map(([, text]) => text));
}

function givenValue({ testCase }: Subject, { in: place, name }: Parameter): Json | undefined {
  return testCase.arguments[place][name];
}

/** The value by which a client makes a request one that may be sent again, where it was not given any. */
function madeUp({ idempotencyToken }: Parameter, received: readonly Field[]): Json | undefined {
  return idempotencyToken && received.length === 1 ? received[0]?.[1] || undefined : undefined;
}

// OAS 3.1.1 §4.8.12.2.2: `simple`, the style of paths and headers, joins the items of a list with commas.
function wireFields({ in: place, name, serialization }: Parameter, given: Json): Field[] {
  return place === "query" ? serialize(name, given, serialization) : [[name, joined(given, serialization)]];
}
