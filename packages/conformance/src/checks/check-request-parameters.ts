import type { Parameter } from "../document/document.ts";
import { operationBaseUrl, rpcHeaders, wirePath } from "../document/request-url.ts";
import { percentDecode } from "../wire/percent-decode.ts";
import { type Field, isFieldOf, isSplit } from "../wire/serialize.ts";
import { checkParameterValue } from "./check-parameter-value.ts";
import { type Finding, fail } from "./finding.ts";
import { fitSegment } from "./path-template.ts";
import type { Subject } from "./subject.ts";

/** Path, query and header carry the documented parameters, with the values that the client was given. */
export function checkRequestParameters(subject: Subject): Finding[] {
  const url = new URL(subject.exchange.request.url);
  return [...checkPath(subject, url), ...checkQuery(subject, url), ...checkHeaders(subject)];
}

function checkPath(subject: Subject, url: URL): Finding[] {
  const { document, baseUrl, testCase } = subject;
  const base = basePathname(operationBaseUrl(testCase.operation, baseUrl));
  const path = wirePath(document, testCase.operation);
  const { pathname } = url;
  const template = path.split("/");
  const segments = pathname.slice(base.length).split("/").map(percentDecode);
  const values = template.map((part, index) => fitSegment(part, segments[index] ?? ""));
  const fits =
    pathname.startsWith(`${base}/`) && template.length === segments.length && !values.includes(undefined);
  if (!fits) return [fail(`path ${base}${path}`, `path ${pathname}`)];
  const received: Record<string, string> = Object.assign({}, ...values);
  return testCase.operation.parameters
    .filter(({ in: place, name }) => place === "path" && received[name] !== undefined)
    .flatMap((parameter) =>
      checkParameterValue(subject, parameter, [[parameter.name, received[parameter.name] ?? ""]]),
    );
}

let last = { url: "", pathname: "" };

/** Every request of a run goes to one base, or to one of a few. */
function basePathname(url: string): string {
  if (url !== last.url) last = { url, pathname: new URL(url).pathname.replace(/\/$/, "") };
  return last.pathname;
}

function checkQuery(subject: Subject, url: URL): Finding[] {
  const { operation } = subject.testCase;
  const fields: Field[] = url.search === "" ? [] : [...url.searchParams];
  const byName = Map.groupBy(fields, ([name]) => name);
  const documented = operation.parameters.filter((parameter) => parameter.in === "query");
  return [
    ...checkStrangers(subject, documented, [...byName.keys()]),
    ...documented.flatMap((parameter) => {
      const { name, serialization, members } = parameter;
      // Most travel by their own name.
      const own = isSplit(serialization)
        ? fields.filter(([field]) => isFieldOf(name, serialization, field, members))
        : (byName.get(name) ?? NONE);
      return checkParameterValue(subject, parameter, own);
    }),
  ];
}

const NONE: readonly Field[] = [];

function checkStrangers(
  { document }: Subject,
  documented: readonly Parameter[],
  fields: readonly string[],
): Finding[] {
  if (fields.length === 0) return [];
  const credentials = Object.values(document.securitySchemes).flatMap((scheme) =>
    scheme.type === "apiKey" && scheme.in === "query" ? scheme.name : [],
  );
  const isKnown = (field: string) =>
    credentials.includes(field) ||
    documented.some(({ name, serialization, members }) => isFieldOf(name, serialization, field, members));
  const strangers = fields.filter((field) => !isKnown(field));
  if (strangers.length === 0) return [];
  const names = [...documented.map(({ name }) => name), ...credentials].join(", ");
  return strangers.map((name) => fail(`query parameters ${names || "none"}`, `query parameter ${name}`));
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
      return checkParameterValue(subject, parameter, value === null ? [] : [[parameter.name, value]]);
    });
  return [...rpc, ...own];
}
