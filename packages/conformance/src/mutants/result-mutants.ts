import type { ClientOutcome } from "../checks/subject.ts";
import { documentedResponse, isSuccess } from "../document/documented-response.ts";
import { isObject } from "../document/json.ts";
import { jsonBody, type Result, type ResultMutant } from "./mutant.ts";

/** Clients that hand their caller something else than what arrived. */
export const resultMutants: readonly ResultMutant[] = [
  handed("result-error-as-success", (result) => (result.ok === false ? { ...result, ok: true } : undefined)),
  handed("result-success-as-error", (result) => (result.ok === true ? { ...result, ok: false } : undefined)),
  handed("result-truthy-ok", (result) => ({ ...result, ok: 1 })),
  handed("result-other-status", (result) => ({ ...result, status: Number(result.status) + 1 })),
  handed("result-status-as-text", (result) => ({ ...result, status: String(result.status) })),
  handed("result-text", (result) =>
    isObject(result.body) ? { ...result, body: JSON.stringify(result.body) } : undefined,
  ),
  handed("result-lost", (result) => (result.body === undefined ? undefined : { ...result, body: undefined })),
  handed("result-wrapped", (result) => ({ ...result, body: { data: result.body } })),
  handed("result-member-dropped", (result) => {
    if (!isObject(result.body)) return undefined;
    const [first, ...rest] = Object.entries(result.body);
    return first ? { ...result, body: Object.fromEntries(rest) } : undefined;
  }),
  handed("result-member-renamed", (result) => {
    if (!isObject(result.body)) return undefined;
    const [first, ...rest] = Object.entries(result.body);
    return first ? { ...result, body: Object.fromEntries([[`${first[0]}_`, first[1]], ...rest]) } : undefined;
  }),
  handed("result-in-band-error-as-success", (result) =>
    result.ok === false && isSuccess(Number(result.status)) ? { ...result, ok: true } : undefined,
  ),
  handed("result-malformed-for-nothing", (result) => {
    const error = { reason: "not-json", mediaType: "", text: "" };
    return { ...result, ok: false, status: "malformed", body: error, wireStatus: result.status };
  }),
  malformed("result-malformed-as-success", (result) => ({
    ...result,
    ok: true,
    status: result.wireStatus,
    body: {},
  })),
  malformed("result-malformed-as-error", (result) => ({
    ...result,
    status: result.wireStatus,
    body: undefined,
  })),
  malformed("result-malformed-of-no-status", (result) => ({ ...result, wireStatus: undefined })),
  malformed("result-malformed-otherwise", (result) => ({
    ...result,
    body: { ...(result.body as object), reason: "empty" },
  })),
  malformed("result-malformed-thrown", () => ({
    kind: "thrown",
    error: new SyntaxError("Unexpected end of JSON input"),
  })),
  {
    ...handed("result-undocumented-success-as-error", (result) =>
      result.ok === true ? { ...result, ok: false } : undefined,
    ),
    answer: (answer, { testCase: { operation, status } }) =>
      isSuccess(status) && !documentedResponse(operation, 299) ? { ...answer, status: 299 } : undefined,
  },
  {
    side: "result",
    name: "result-thrown",
    breaks: "client-result",
    mutate: () => ({ kind: "thrown", error: new Error("a documented answer is no exception") }),
  },
];

/** Clients that make something else of half an answer than what it is. */
function malformed(name: string, change: (result: Result) => ClientOutcome): ResultMutant {
  return {
    side: "result",
    name,
    breaks: "client-result",
    answer: (answer) =>
      jsonBody(answer) && { ...answer, body: String(answer.body).slice(0, String(answer.body).length / 2) },
    mutate: (result) => (result.status === "malformed" ? change(result) : undefined),
  };
}

function handed(name: string, change: (result: Result) => Result | undefined): ResultMutant {
  return { side: "result", name, breaks: "client-result", mutate: change };
}
