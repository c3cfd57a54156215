import type { Arguments } from "../../cases/test-case.ts";
import type { Document, Operation } from "../../document/document.ts";
import type { Validators } from "../../schema/run-validators.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import { parseUrl } from "../../wire/parse-url.ts";
import type { Field } from "../../wire/serialize.ts";
import type { Violation } from "../violation.ts";
import { isUrlEncoded } from "./name-operation.ts";
import { checkAccept } from "./negotiate.ts";
import { readBody } from "./read-body.ts";
import { groupFields, type Judge, type ReadQueryAndBody, readGrouped } from "./read-fields.ts";
import { readCookies, readHeaders, readPath } from "./read-parts.ts";
import { checkVersion, readRpcFields } from "./read-rpc-fields.ts";
import { requestPlan } from "./request-plan.ts";
import { unknownParameters } from "./unknown-parameters.ts";

/** What a request says, and what is wrong with it. */
export interface ReadArguments {
  readonly arguments: Arguments;
  readonly violations: readonly Violation[];
}

/** Reads a request by its operation: path, query, headers, cookies and body, each value as its schema types it. */
export function readArguments(
  document: Document,
  validators: Validators,
  operation: Operation,
  request: SentRequest,
): ReadArguments {
  const read = readValues(document, validators, operation, request);
  return withViolations(checkManner(document, operation, request), read);
}

/** What is wrong with how it is asked: with what is welcome as an answer, and with how the operation is named. */
export function checkManner(document: Document, operation: Operation, request: SentRequest): Violation[] {
  const violations = checkAccept(document, operation, request.headers.get("accept"));
  return sharesOnePath(document, request) ? [...violations, ...checkVersion(document, request)] : violations;
}

/** The same reading with other violations before its own. */
export function withViolations(violations: readonly Violation[], read: ReadArguments): ReadArguments {
  return violations.length === 0 ? read : { ...read, violations: [...violations, ...read.violations] };
}

/** The same without a look at the manner. */
export function readValues(
  document: Document,
  validators: Validators,
  operation: Operation,
  request: SentRequest,
): ReadArguments {
  const judge: Judge = { root: document.root, validators };
  const plan = requestPlan(document, operation);
  const url = parseUrl(request.url);
  const query = url.search === "" ? [] : [...url.searchParams];
  const path = readPath(judge, plan, url.pathname);
  const header = readHeaders(judge, plan, request.headers);
  const cookie = readCookies(judge, plan, request.headers);
  const fields = sharesOnePath(document, request)
    ? readRpcFields(document, judge, operation, request, query)
    : readQueryAndBody(document, judge, operation, request, query);
  return {
    arguments: {
      path: path.values,
      query: fields.query,
      header: header.values,
      cookie: cookie.values,
      ...(fields.body && { body: fields.body }),
    },
    violations: [...path.violations, ...fields.violations, ...header.violations, ...cookie.violations],
  };
}

function readQueryAndBody(
  document: Document,
  judge: Judge,
  operation: Operation,
  request: SentRequest,
  sent: readonly Field[],
): ReadQueryAndBody {
  const plan = requestPlan(document, operation);
  const { known, strangers } = groupFields(plan.query, sent);
  const { values, violations } = readGrouped(judge, "query parameter", plan.query.fields, known);
  const { body, violations: inBody } = readBody(judge, plan, operation, request);
  return {
    query: values,
    ...(body && { body }),
    violations: [
      ...violations,
      ...unknownParameters(document, "query parameter", plan.query.fields, strangers),
      ...inBody,
    ],
  };
}

/** Where operations share one path, parameters may stand in a query or in a form. */
function sharesOnePath({ rpc }: Document, { bytes, headers }: SentRequest): boolean {
  return rpc !== undefined && (bytes.length === 0 || isUrlEncoded(headers));
}
