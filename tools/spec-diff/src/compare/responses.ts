import { errorCode } from "codegen/src/describe/error-code.ts";
import { exampleNames } from "codegen/src/describe/example-names.ts";
import { listedCodes } from "codegen/src/describe/usual-codes.ts";
import { compareAnswerMedia } from "./answer-media.ts";
import { type Findings, named } from "./finding.ts";
import { canonical, isSame } from "./json.ts";
import { matchByKey } from "./match.ts";
import { mediaFingerprint, mediaOf } from "./media.ts";
import type { OperationSite } from "./operations.ts";
import { compareRest } from "./rest.ts";
import { childrenOf, type Pair, placeIn, type Site } from "./site.ts";

/** The documented answers of an operation, by status. */
export function* compareResponses(pair: Pair<OperationSite>): Findings {
  const { before, after } = pair;
  const responses = matchByKey(childrenOf(before.at, "responses"), childrenOf(after.at, "responses"));
  const known = childrenOf(before.at, "responses");
  for (const { key, before: at } of responses.removed) {
    yield { rule: "status-removed", at: own(before.at, key, at), subject: named(key), before: bodyOf(at) };
  }
  for (const { key, after: at } of responses.added) {
    const rule = widens(key, at, known) ? "status-widens" : "status-added";
    yield { rule, at: own(after.at, key, at), subject: named(key), after: bodyOf(at) };
  }
  for (const { key, ...sites } of responses.both) {
    yield* compareBody(key, sites);
    yield* compareHeaders(sites);
    yield* compareExampleNames(key, pair, sites);
    yield* compareRest(sites, judged);
  }
}

const judged = new Set(["content", "headers", "links", "x-body-optional"]);

/** A shared response stands elsewhere: that an operation has it, or not, is said of the operation. */
function own(operation: Site, status: string, response: Site): Site {
  return { ...response, place: [...operation.place, "responses", status] };
}

/**
 * Whether a status brings a body that code meets which did not ask for the status: of a success, where there are other
 * successes; of an error, where `default` has a type, for otherwise the error is `unknown` until the status is asked.
 */
function widens(status: string, response: Site, known: ReadonlyMap<string, Site>): boolean {
  const isSuccess = status.startsWith("2");
  const others = [...known].filter(([other]) => other.startsWith("2") === isSuccess);
  if (others.length === 0 || (!isSuccess && !known.has("default"))) return false;
  return !others.some(([, other]) => bodyType(other) === bodyType(response));
}

function bodyType(response: Site): string {
  return canonical([...mediaOf(response).values()].map(mediaFingerprint).sort());
}

function* compareBody(status: string, { before, after }: Pair): Findings {
  const [was, is] = [mediaOf(before), mediaOf(after)];
  const subject = named(status);
  const shown = { subject, before: bodyOf(before), after: bodyOf(after) };
  if (was.size > 0 && is.size === 0) yield { rule: "answer-body-removed", at: after, ...shown };
  if (was.size === 0 && is.size > 0) yield { rule: "answer-body-added", at: after, ...shown };
  if (was.size === 0 || is.size === 0) return;

  const [wasSure, isSure] = [before, after].map(({ value }) => value["x-body-optional"] !== true);
  const sure = { at: after, subject, before: sureText(wasSure), after: sureText(isSure) };
  if (wasSure && !isSure) yield { rule: "answer-body-missable", ...sure };
  if (!wasSure && isSure) yield { rule: "answer-body-sure", ...sure };
  yield* compareAnswerMedia(was, is);
}

function* compareHeaders({ before, after }: Pair): Findings {
  const headers = matchByKey(headersOf(before), headersOf(after));
  for (const { key, before: at } of headers.removed)
    yield { rule: "header-removed", at, subject: named(key) };
  for (const { key, after: at } of headers.added) yield { rule: "header-added", at, subject: named(key) };
  for (const { key, ...pair } of headers.both) {
    const at = placeIn(pair.after, "schema");
    const [was, is] = [pair.before.value.schema, pair.after.value.schema];
    if (!isSame(was, is)) yield { rule: "header-changed", at, subject: named(key), before: was, after: is };
    yield* compareRest(pair, new Set(["schema"]));
  }
}

/** RFC 9110 §5.1: the names of fields are case-insensitive. */
function headersOf(response: Site): Map<string, Site> {
  return new Map([...childrenOf(response, "headers")].map(([name, site]) => [name.toLowerCase(), site]));
}

/** A mock is asked for a sample by its name, unless that is a code, which it knows by the type. */
function* compareExampleNames(status: string, { before, after }: Pair<OperationSite>, sites: Pair): Findings {
  const [was, is] = [namesOf(before, status), namesOf(after, status)];
  for (const name of was.filter((name) => !is.includes(name))) {
    // Where codes are an open list, the compiler takes any name; the mock does not.
    const felt = takesAnyName(after, status) ? "run" : "types";
    yield { rule: "example-name-removed", at: sites.after, subject: named(name), felt, before: name };
  }
  for (const name of is.filter((name) => !was.includes(name))) {
    yield { rule: "example-name-added", at: sites.after, subject: named(name), after: name };
  }
}

function takesAnyName({ model }: OperationSite, status: string): boolean {
  const response = model.responses.find((other) => other.status === status);
  return errorCode(response?.fields ?? [])?.values?.open ?? false;
}

function namesOf({ service, model }: OperationSite, status: string): string[] {
  const response = model.responses.find((other) => other.status === status);
  if (!response) return [];
  const codes = listedCodes(response).map(String);
  return exampleNames(service.spec, model, response).filter((name) => !codes.includes(name));
}

function bodyOf(response: Site): string {
  return [...mediaOf(response).keys()].join(", ") || "no body";
}

function sureText(isSure: boolean | undefined): string {
  return isSure ? "always a body" : "a body or none";
}
