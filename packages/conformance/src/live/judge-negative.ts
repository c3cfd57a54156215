import { type Finding, fail, pass, show, vacuous } from "../checks/finding.ts";
import { createSubject, type Subject } from "../checks/subject.ts";
import { documentedResponse, isSuccess } from "../document/documented-response.ts";
import { valuesAtPlace } from "../document/find-marked.ts";
import type { Json } from "../document/json.ts";
import { type CaseRun, type Judged, judge } from "../run/run-case.ts";
import { readLinks } from "../sandbox/world/links.ts";
import { documentedCodes, documentedRefusal } from "./documented-refusal.ts";
import type { NegativeCase } from "./negative-case.ts";
import { refusalOfCaller } from "./refusal-of-caller.ts";

/** What the checks say of an answer to a request that was wrong on purpose, or why they say nothing. */
export type NegativeVerdict = { readonly judged: Judged[] } | { readonly skip: string };

/** What the request says is wrong on purpose. */
const ABOUT_REQUESTS: readonly string[] = ["request", "authentication"];

/**
 * Judges the answer to a request that was wrong on purpose. Any of the documented refusals will do that fit the mistake:
 * the status, the shape that is documented for it, and a code that is documented for it. Where the document has a code
 * for the mistake (`x-refusals`) and its list is closed, it must be that one.
 */
export function judgeNegative(run: CaseRun): NegativeVerdict {
  const testCase = run.testCase as NegativeCase;
  const { document } = run.input;
  const { negative, operation } = testCase;
  const { response } = run.exchange;
  if (!response) return { judged: run.judged.filter(isAboutAnswer) };
  const { status } = response;
  const refusal = negative.bears === "own" ? refusalOfCaller(document, operation, response) : undefined;
  if (refusal !== undefined) return { skip: `not authorised: the service answered ${refusal}` };
  const { statuses } = documentedRefusal(document, operation, negative.mistakes);
  const first = createSubject(run.input);
  const isRefused = !isSuccess(status) || refusesInBand(first);
  if (negative.kind === "empty-text") {
    return {
      skip: isRefused
        ? `an undocumented constraint: the service answered ${status} to an empty text`
        : `no constraint: the service answered ${status} to an empty text`,
    };
  }
  if (!isRefused && isGuess(testCase) && readLinks(document).length === 0) {
    return { skip: `no link says what an id is: the service answered ${status} ${testCase.name}` };
  }
  const isFitting = statuses.includes(status) && documentedResponse(operation, status) !== undefined;
  if (!isFitting || !isRefused) {
    const expected = `${statuses.join(" or ")}, since it was asked ${testCase.name}`;
    const received = isRefused ? String(status) : `${status}, a success`;
    return { judged: [{ check: "status-code", findings: [fail(expected, received)] }] };
  }
  return { judged: judgeRefusal(run, testCase, status) };
}

/** Whether it is asked for what it should not have: only a link says that a thing must be there to be read. */
function isGuess({ negative: { kind } }: NegativeCase): boolean {
  return kind === "unknown-id" || kind === "malformed-id";
}

function judgeRefusal(run: CaseRun, testCase: NegativeCase, status: number): Judged[] {
  const { document } = run.input;
  const codes = documentedCodes(document, documentedResponse(testCase.operation, status));
  const [received] = codes ? codesIn(createSubject(run.input), codes.place.steps) : [];
  const wanted = documentedRefusal(document, testCase.operation, testCase.negative.mistakes).codes;
  const known = codes?.values.filter((value) => wanted.some((code) => String(code) === String(value))) ?? [];
  const isListed = received !== undefined && (codes?.values.includes(received) ?? false);
  const isRight = isListed && (codes?.open || known.length === 0 || known.includes(received as Json));
  const code = isRight ? received : codes?.open ? undefined : known[0];
  const asked = typeof code === "string" || typeof code === "number" ? { code } : {};
  const judged = judge(createSubject({ ...run.input, testCase: { ...testCase, status, ...asked } }));
  const own = judged.filter(isAboutAnswer);
  const isOther = codes?.open && codes.values.length > 0 && !isRight;
  if (!isOther || (typeof received !== "string" && typeof received !== "number")) return own;
  return [
    ...own.filter(({ check }) => check !== "error-code"),
    { check: "error-code", findings: [otherCode()] },
  ];

  /** An open list admits it; but nothing is proved by a code that the document does not so much as show. */
  function otherCode(): Finding {
    if (codes?.shown.includes(received as Json)) return pass(show(received));
    const listed = (known.length > 0 ? known : (codes?.values ?? [])).map(show).join(", ");
    return vacuous(`one of ${listed} (the list is open)`, `${show(received)}, which is not documented`);
  }
}

/** Whether a body under a status of success says that the request was refused. */
function refusesInBand(subject: Subject): boolean {
  const codes = documentedCodes(subject.document, subject.documented);
  if (!codes || codes.success.length === 0) return false;
  const [code] = codesIn(subject, codes.place.steps);
  return code !== undefined && !codes.success.includes(code);
}

function codesIn({ body }: Subject, steps: readonly string[]): Json[] {
  return body.kind === "json" ? valuesAtPlace(body.value, steps).map(([, code]) => code) : [];
}

function isAboutAnswer({ check }: Judged): boolean {
  return !ABOUT_REQUESTS.includes(check);
}
