import type { Parameter } from "../document/document.ts";
import type { Json } from "../document/json.ts";
import { coerce } from "../schema/coerce.ts";
import { explainErrors } from "../schema/explain-errors.ts";
import { type Finding, fail, show } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** Path, query and header carry the documented parameters, with the values that the client was given. */
export function checkRequestParameters(subject: Subject): Finding[] {
  const url = new URL(subject.exchange.request.url);
  return [...checkPath(subject, url), ...checkQuery(subject, url), ...checkHeaders(subject)];
}

function checkPath(subject: Subject, url: URL): Finding[] {
  const { operation } = subject.testCase;
  const base = new URL(subject.baseUrl).pathname.replace(/\/$/, "");
  const template = `${base}${operation.path}`.split("/");
  const segments = url.pathname.split("/");
  const expected = `path ${base}${operation.path}`;
  const fits =
    template.length === segments.length &&
    template.every((part, index) => isParameter(part) || part === decode(segments[index] ?? ""));
  if (!fits) return [fail(expected, `path ${url.pathname}`)];
  return template.flatMap((part, index) => {
    const parameter = operation.parameters.find(
      ({ in: place, name }) => place === "path" && part === `{${name}}`,
    );
    return parameter ? checkValue(subject, parameter, [decode(segments[index] ?? "")]) : [];
  });
}

function checkQuery(subject: Subject, url: URL): Finding[] {
  const { operation } = subject.testCase;
  const documented = operation.parameters.filter((parameter) => parameter.in === "query");
  const credentials = Object.values(subject.document.securitySchemes).flatMap((scheme) =>
    scheme.type === "apiKey" && scheme.in === "query" ? scheme.name : [],
  );
  const names = [...documented.map(({ name }) => name), ...credentials];
  const strangers = [...new Set(url.searchParams.keys())].filter((name) => !names.includes(name));
  return [
    ...strangers.map((name) =>
      fail(`query parameters ${names.join(", ") || "none"}`, `query parameter ${name}`),
    ),
    ...documented.flatMap((parameter) =>
      checkValue(subject, parameter, url.searchParams.getAll(parameter.name)),
    ),
  ];
}

function checkHeaders(subject: Subject): Finding[] {
  const { testCase, exchange } = subject;
  return testCase.operation.parameters
    .filter((parameter) => parameter.in === "header")
    .flatMap((parameter) => {
      const value = exchange.request.headers.get(parameter.name);
      return checkValue(subject, parameter, value === null ? [] : [value]);
    });
}

function checkValue(subject: Subject, parameter: Parameter, received: readonly string[]): Finding[] {
  const { name, required, schema } = parameter;
  const label = `${parameter.in} parameter ${name}`;
  const given = givenValue(subject, parameter);
  if (received.length === 0) {
    return required || given !== undefined
      ? [fail(`${label}${given === undefined ? "" : `=${show(given)}`}`, "none")]
      : [];
  }
  // OAS 3.1.1 §4.8.12.2.2: `form` with `explode` repeats the name for each item.
  const want = given === undefined ? undefined : (Array.isArray(given) ? given : [given]).map(String);
  if (want === undefined || want.join("\n") !== received.join("\n")) {
    return [fail(`${label}=${show(want?.join(",") ?? "none")}`, `${label}=${show(received.join(","))}`)];
  }
  const { root } = subject.document;
  const value: Json = Array.isArray(given) ? [...received] : coerce(root, schema, received[0] ?? "");
  const validate = schema && subject.validators.get(schema);
  if (!validate || validate(value)) return [];
  return explainErrors(root, schema, value, validate.errors ?? []).map(({ expected, received: got }) =>
    fail(`${label}: ${expected}`, got),
  );
}

function givenValue({ testCase }: Subject, { in: place, name }: Parameter): Json | undefined {
  return testCase.arguments[place][name];
}

function isParameter(part: string): boolean {
  return part.startsWith("{") && part.endsWith("}");
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
