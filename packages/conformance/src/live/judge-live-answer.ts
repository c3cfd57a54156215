import { isDeepStrictEqual } from "node:util";
import { createArguments } from "../cases/create-arguments.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document, Parameter } from "../document/document.ts";
import { documentedResponse, isSuccess } from "../document/documented-response.ts";
import { findMarked } from "../document/find-marked.ts";
import { isObject, type Json } from "../document/json.ts";
import type { CaseRun, Judged } from "../run/run-case.ts";
import { refusalOfCaller } from "./refusal-of-caller.ts";

/** What the checks say of the answer of a live service, or why they say nothing. */
export type LiveVerdict = { readonly judged: readonly Judged[] } | { readonly skip: string };

/**
 * Judges what a live service answered to a request that is right. One that refuses the caller, or does not know an id
 * from the document, says nothing about its contract; one that does not know an id that was given by name does.
 */
export function judgeLiveAnswer(document: Document, run: CaseRun): LiveVerdict {
  const { testCase, judged } = run;
  const { response } = run.exchange;
  // Of a request that nobody answered, nothing has passed.
  if (!response) return { judged: judged.filter(({ findings }) => !findings.every(isPass)) };
  if (!isSuccess(testCase.status)) return { judged };
  const refusal = refusalOfCaller(document, testCase.operation, response);
  if (refusal !== undefined) {
    // A request that was signed wrongly is the client's fault, and not that of its key.
    const isSigned = run.exchange.request.headers.has("authorization");
    const isOurs =
      isSigned && judged.some(({ check, findings }) => check === "authentication" && !findings.every(isPass));
    return isOurs ? { judged } : { skip: `not authorised: the service answered ${refusal}` };
  }
  const { status } = response;
  const isKnown = documentedResponse(testCase.operation, status) !== undefined;
  return (status === 404 || status === 400) && isKnown ? aboutIds(document, run, status) : { judged };
}

function aboutIds(document: Document, { testCase, judged }: CaseRun, status: number): LiveVerdict {
  const { shown, given, hasOthers, hasMore } = namesOf(document, testCase);
  if (given.length === 0) {
    if (shown.length > 0 || hasOthers) {
      const example = "the ids of the document's example; give yours with --param name=value";
      return { skip: `the service answered ${status} to ${example}` };
    }
    // Which of several must be given, documents say in words.
    if (status === 404 || !hasMore) return { judged };
    return {
      skip: `the service answered ${status} without what is optional; give it with --param name=value`,
    };
  }
  const yours = `what you gave (${given.join(", ")})`;
  const isVague = given.every((name) => meansSeveral(document, name));
  if (isVague && shown.length === 0) {
    const several = "by a name that several kinds of things have; where it is the right one, it is not there";
    return { skip: `the service answered ${status} to ${yours}, ${several}` };
  }
  if (shown.length > 0) {
    const rest = `the document's example of ${shown.join(", ")}; give yours with --param name=value`;
    return { skip: `the service answered ${status} to ${yours}, or to ${rest}` };
  }
  return { judged: judged.map((one) => (one.check === "status-code" ? noting(one, `, to ${yours}`) : one)) };
}

function noting(judged: Judged, note: string): Judged {
  const findings = judged.findings.map((one) =>
    isPass(one) ? one : { ...one, received: `${one.received}${note}` },
  );
  return { ...judged, findings };
}

interface Names {
  /** Parameters that must be given, and have the value that the document shows. */
  readonly shown: readonly string[];
  /** Those that have another. */
  readonly given: readonly string[];
  /** Whether anything else is sent that the document shows. */
  readonly hasOthers: boolean;
  /** Whether there is something that was not sent. */
  readonly hasMore: boolean;
}

function namesOf(document: Document, { operation, arguments: sent }: TestCase): Names {
  const own = createArguments(document, operation);
  const all = operation.parameters.filter(({ in: place, name }) => sent[place][name] !== undefined);
  const isShown = ({ in: place, name }: Parameter) => isDeepStrictEqual(sent[place][name], own[place][name]);
  const isBodyShown = isPartOf(sent.body?.value, own.body?.value);
  return {
    shown: all
      .filter((one) => one.required && isShown(one) && !isChoice(document, one))
      .map(({ name }) => name),
    given: [...all.filter((one) => !isShown(one)).map(({ name }) => name), ...(isBodyShown ? [] : ["body"])],
    hasOthers: sent.body !== undefined || all.some(isShown),
    hasMore:
      all.length < operation.parameters.length || !isDeepStrictEqual(sent.body?.value, own.body?.value),
  };
}

/** Whether a body says nothing that another one does not say. */
function isPartOf(body: Json | undefined, other: Json | undefined): boolean {
  if (!isObject(body) || !isObject(other)) return body === undefined || isDeepStrictEqual(body, other);
  return Object.entries(body).every(([name, value]) => isDeepStrictEqual(value, other[name]));
}

/** Whether the same name stands for different things: an id of one is none of the other. */
function meansSeveral({ operations }: Document, name: string): boolean {
  const examples = operations.flatMap(({ parameters }) =>
    parameters.flatMap((one) =>
      one.name === name && one.example !== undefined ? [JSON.stringify(one.example)] : [],
    ),
  );
  return new Set(examples).size > 1;
}

/** What the document lists can be no stranger to the service. */
function isChoice({ root }: Document, { schema }: Parameter): boolean {
  return schema !== undefined && ["enum", "const"].some((word) => findMarked(root, schema, word).length > 0);
}

function isPass({ verdict }: { readonly verdict: string }): boolean {
  return verdict === "pass";
}
