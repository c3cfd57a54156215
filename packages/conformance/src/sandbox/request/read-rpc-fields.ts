import type { Document, MediaType, Operation } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import { stepsOf } from "../../document/pointer.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import { parseUrl } from "../../wire/parse-url.ts";
import type { Field } from "../../wire/serialize.ts";
import type { Violation } from "../violation.ts";
import { judgeValue } from "./judge-value.ts";
import { nameOperation } from "./name-operation.ts";
import { formEntries, readBody } from "./read-body.ts";
import { groupFields, type Judge, missing, type ReadQueryAndBody, readGrouped } from "./read-fields.ts";
import { type FieldSet, requestPlan } from "./request-plan.ts";
import { unknownParameters } from "./unknown-parameters.ts";
import { veil } from "./veil.ts";

/**
 * The arguments of a request to the path that all operations share. Whether a parameter stands in the query or in
 * the form makes no difference: the older form of such requests has all of them in one.
 */
export function readRpcFields(
  document: Document,
  judge: Judge,
  operation: Operation,
  request: SentRequest,
  query: readonly Field[],
): ReadQueryAndBody {
  const plan = requestPlan(document, operation);
  const inForm = request.bytes.length === 0 ? [] : (formEntries(request) ?? []);
  const [form] = plan.forms;
  const own = groupFields(plan.query, inForm.length > 0 ? [...query, ...inForm] : query);
  const { known, strangers } = form
    ? groupFields(form[1], own.strangers)
    : { known: NONE, strangers: own.strangers };
  const { values, violations } = readGrouped(judge, "query parameter", plan.query.fields, own.known);
  const documented = form ? [...plan.query.fields, ...form[1].fields] : plan.query.fields;
  const found = [...violations, ...unknownParameters(document, "parameter", documented, strangers)];
  const isSent = known.size > 0 || operation.requestBody?.required === true;
  if (form && isSent) {
    const read = readForm(judge, form, known);
    return { query: values, body: read.body, violations: [...found, ...read.violations] };
  }
  if (form || !operation.requestBody) return { query: values, violations: found };
  const read = readBody(judge, plan, operation, request);
  return { ...read, query: values, violations: [...found, ...read.violations] };
}

const NONE: ReturnType<typeof groupFields>["known"] = new Map();

function readForm(
  judge: Judge,
  [media, set]: readonly [MediaType, FieldSet],
  known: ReturnType<typeof groupFields>["known"],
): Required<Pick<ReadQueryAndBody, "body">> & { readonly violations: readonly Violation[] } {
  const unjudged = { root: judge.root, validators: { get: () => undefined } };
  const { values, violations } = readGrouped(unjudged, "form field", set.fields, known);
  const value: Json = { ...values };
  // The form is judged as a whole; what is missing is told already.
  const explained = judgeValue(judge, media.schema, value, veil, (error) => {
    return !(error.keyword === "required" && error.instancePath === "");
  });
  const invalid = explained.map(({ at, expected, received }): Violation => {
    const [name = ""] = stepsOf(at);
    const below = at.slice(at.indexOf(name) + name.length);
    return {
      mistake: "parameterInvalid",
      at: below === "" ? `form field ${name}` : `form field ${name} #${below}`,
      name,
      expected,
      received,
    };
  });
  return { body: { type: media.type, value }, violations: [...violations, ...invalid] };
}

/** Who names an operation names the version too. */
export function checkVersion(document: Document, { url, headers, body }: SentRequest): Violation[] {
  const { rpc } = document;
  const name = nameOperation(document, { url: parseUrl(url), headers, body });
  if (!rpc || !name || name.version !== undefined) return [];
  if (name.by === "header") return [missing(`header ${rpc.version}`, rpc.version)];
  return rpc.query ? [missing(`parameter ${rpc.query.version}`, rpc.query.version)] : [];
}
