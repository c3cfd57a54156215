import { isDeepStrictEqual } from "node:util";
import type { Parameter } from "../document/document.ts";
import type { Json } from "../document/json.ts";
import { operationBaseUrl, rpcHeaders, wirePath } from "../document/request-url.ts";
import { coerce, coerceItems } from "../schema/coerce.ts";
import { explainErrors } from "../schema/explain-errors.ts";
import { type Field, isFieldOf, serialize } from "../wire/serialize.ts";
import { type Finding, fail, show } from "./finding.ts";
import { fitSegment } from "./path-template.ts";
import type { Subject } from "./subject.ts";

/** Path, query and header carry the documented parameters, with the values that the client was given. */
export function checkRequestParameters(subject: Subject): Finding[] {
  const url = new URL(subject.exchange.request.url);
  return [...checkPath(subject, url), ...checkQuery(subject, url), ...checkHeaders(subject)];
}

function checkPath(subject: Subject, url: URL): Finding[] {
  const { document, baseUrl, testCase } = subject;
  const base = new URL(operationBaseUrl(testCase.operation, baseUrl)).pathname.replace(/\/$/, "");
  const path = wirePath(document, testCase.operation);
  const template = path.split("/");
  const segments = url.pathname.slice(base.length).split("/").map(decode);
  const values = template.map((part, index) => fitSegment(part, segments[index] ?? ""));
  const fits =
    url.pathname.startsWith(`${base}/`) && template.length === segments.length && !values.includes(undefined);
  if (!fits) return [fail(`path ${base}${path}`, `path ${url.pathname}`)];
  const received: Record<string, string> = Object.assign({}, ...values);
  return testCase.operation.parameters
    .filter(({ in: place, name }) => place === "path" && received[name] !== undefined)
    .flatMap((parameter) =>
      checkValue(subject, parameter, [[parameter.name, received[parameter.name] ?? ""]]),
    );
}

function checkQuery(subject: Subject, url: URL): Finding[] {
  const { operation } = subject.testCase;
  const documented = operation.parameters.filter((parameter) => parameter.in === "query");
  const credentials = Object.values(subject.document.securitySchemes).flatMap((scheme) =>
    scheme.type === "apiKey" && scheme.in === "query" ? scheme.name : [],
  );
  const names = [...documented.map(({ name }) => name), ...credentials];
  const fields = [...url.searchParams];
  const isKnown = (field: string) =>
    credentials.includes(field) ||
    documented.some(({ name, serialization }) => isFieldOf(name, serialization, field));
  const strangers = [...new Set(fields.map(([field]) => field))].filter((field) => !isKnown(field));
  return [
    ...strangers.map((name) =>
      fail(`query parameters ${names.join(", ") || "none"}`, `query parameter ${name}`),
    ),
    ...documented.flatMap((parameter) =>
      checkValue(
        subject,
        parameter,
        fields.filter(([field]) => isFieldOf(parameter.name, parameter.serialization, field)),
      ),
    ),
  ];
}

function checkHeaders(subject: Subject): Finding[] {
  const { testCase, exchange, document } = subject;
  const named = Object.entries(rpcHeaders(document, testCase.operation));
  const rpc = named.flatMap(([name, value]) => {
    const received = exchange.request.headers.get(name);
    return received === value ? [] : [fail(`header ${name}: ${value}`, received ?? "no such header")];
  });
  const own = testCase.operation.parameters
    .filter((parameter) => parameter.in === "header")
    .flatMap((parameter) => {
      const value = exchange.request.headers.get(parameter.name);
      return checkValue(subject, parameter, value === null ? [] : [[parameter.name, value]]);
    });
  return [...rpc, ...own];
}

function checkValue(subject: Subject, parameter: Parameter, received: readonly Field[]): Finding[] {
  const { name, required, schema } = parameter;
  const label = `${parameter.in} parameter ${name}`;
  const given = givenValue(subject, parameter) ?? madeUp(parameter, received);
  const want = given === undefined ? undefined : wireFields(parameter, given);
  if (received.length === 0) {
    const isDue = want === undefined ? required : want.length > 0;
    return isDue ? [fail(`${label}${given === undefined ? "" : `=${show(given)}`}`, "none")] : [];
  }
  if (
    want === undefined ||
    !isDeepStrictEqual(comparable(parameter, want), comparable(parameter, received))
  ) {
    return [
      fail(`${label}${want ? `=${showFields(want)}` : " left out"}`, `${label}=${showFields(received)}`),
    ];
  }
  const { root } = subject.document;
  const value = schemaValue(subject, parameter, given ?? null, received);
  const validate = schema && subject.validators.get(schema);
  if (!validate || validate(value)) return [];
  return explainErrors(root, schema, value, validate.errors ?? []).map(({ expected, received: got }) =>
    fail(`${label}: ${expected}`, got),
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
function comparable({ serialization }: Parameter, fields: readonly Field[]): unknown {
  if (serialization === "flat") return Object.fromEntries(fields);
  return fields.map(([, text]) => (serialization === "json" ? parseJson(text) : text));
}

function parseJson(text: string): unknown {
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
  return place === "query" ? serialize(name, given, serialization) : [[name, String(given)]];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
