import { describe, expect, test } from "vitest";
import { documentOf } from "../../../test/acme-jobs.ts";
import type { Document, Operation } from "../../document/document.ts";
import type { Mistake, Violation } from "../violation.ts";
import { refuse } from "./refuse.ts";

/** A response with these codes, and a message beside them. */
function coded(
  codes: readonly (string | number)[],
  mark: unknown = true,
  message: object = { msg: { type: "string" } },
): object {
  const code = {
    anyOf: [...codes.map((value) => ({ const: value })), { type: "string" }],
    "x-lro-error-code": mark,
  };
  const properties = { code, ...message, output: { type: "string" } };
  return {
    description: "An error.",
    content: { "application/json": { schema: { type: "object", properties } } },
  };
}

const bare = { description: "An error." };
const refusals = {
  parameterMissing: "Missing",
  parameterInvalid: ["Invalid", 17],
  credentialsMissing: "Unsigned",
  notFound: ["NoJob", "NoSite"],
};

function documentWith(responses: object, root: object = { "x-refusals": refusals }): Document {
  return documentOf({ responses: { "200": bare, ...responses } }, {}, { root });
}

function refusal(document: Document, mistake: Mistake, more: readonly Violation[] = []) {
  const violation = { mistake, at: "query parameter limit", expected: "type integer", received: '"x"' };
  const answer = refuse(document, document.operations[0] as Operation, [violation, ...more], "GET");
  const body = answer.body === undefined ? undefined : JSON.parse(String(answer.body));
  return { status: answer.status, type: answer.headers["content-type"], body };
}

const words = 'query parameter limit: expected type integer, received "x"';

describe("the status and the code are those that are documented for the mistake", () => {
  test.each<{ name: string; mistake: Mistake; responses: object; want: unknown[] }>([
    {
      name: "a code",
      mistake: "parameterMissing",
      responses: { 400: coded(["Invalid", "Missing"]) },
      want: [400, "Missing"],
    },
    { name: "a number", mistake: "parameterInvalid", responses: { 400: coded([17]) }, want: [400, 17] },
    {
      name: "the first code of several",
      mistake: "notFound",
      responses: { 404: coded(["NoSite", "NoJob"]) },
      want: [404, "NoJob"],
    },
    {
      name: "another code of several",
      mistake: "notFound",
      responses: { 404: coded(["NoSite"]) },
      want: [404, "NoSite"],
    },
    {
      name: "a code under an odd status",
      mistake: "notFound",
      responses: { 403: coded(["NoJob"]), 404: coded(["Gone"]) },
      want: [403, "NoJob"],
    },
    {
      name: "a more general code",
      mistake: "parameterMissing",
      responses: { 400: coded(["Invalid"]) },
      want: [400, "Invalid"],
    },
    {
      name: "the most general code",
      mistake: "bodyMalformed",
      responses: { 400: coded(["Other", "Invalid"]) },
      want: [400, "Invalid"],
    },
    {
      name: "a wrong signature is as good as none",
      mistake: "nonceUsed",
      responses: { 401: coded(["Unsigned"]) },
      want: [401, "Unsigned"],
    },
    {
      name: "its own status, rather than another's code",
      mistake: "mediaTypeUnsupported",
      responses: { 400: coded(["Invalid"]), 415: coded(["Media"]) },
      want: [415, undefined],
    },
    {
      name: "another's code, rather than none",
      mistake: "mediaTypeUnsupported",
      responses: { 400: coded(["Invalid"]) },
      want: [400, "Invalid"],
    },
    {
      name: "an error, rather than a success",
      mistake: "parameterMissing",
      responses: { 200: coded(["0", "Missing"], { success: ["0"] }), 400: coded(["Missing"]) },
      want: [400, "Missing"],
    },
    {
      name: "a success, where nothing else documents the code",
      mistake: "parameterMissing",
      responses: { 200: coded(["0", "Missing"], { success: ["0"] }) },
      want: [200, "Missing"],
    },
    {
      name: "of a range",
      mistake: "parameterMissing",
      responses: { "4XX": coded(["Missing"]) },
      want: [400, "Missing"],
    },
    {
      name: "of a range that does not fit",
      mistake: "parameterMissing",
      responses: { "5XX": coded(["Missing"]) },
      want: [500, "Missing"],
    },
    {
      name: "of the default",
      mistake: "notFound",
      responses: { default: coded(["NoJob"]) },
      want: [404, "NoJob"],
    },
  ])("$name", ({ mistake, responses, want: [status, code] }) => {
    const { body, ...answer } = refusal(documentWith(responses), mistake);
    expect(answer).toEqual({ status, type: "application/json" });
    expect(body.msg).toBe(words);
    if (code !== undefined) expect(body.code).toBe(code);
  });
});

// An id that no id can be names nothing: some pages have a 404, and nothing else.
describe("a malformed part of the address is", () => {
  test.each([
    { name: "not valid, where that is documented", responses: { 400: bare, 404: bare }, want: 400 },
    { name: "not there, where that alone is documented", responses: { 404: bare }, want: 404 },
    { name: "not valid, where nothing is documented", responses: {}, want: 400 },
  ])("$name", ({ responses, want }) => {
    const document = documentWith(responses, {});
    const [operation] = document.operations;
    const at = { mistake: "parameterInvalid", expected: "format uuid", received: "x" } as const;
    const answers = ["path parameter id", "query parameter id"].map((place) =>
      refuse(document, operation as Operation, [{ ...at, at: place }], "GET"),
    );
    expect(answers.map(({ status }) => status)).toEqual([want, 400]);
  });
});

describe("without a code, the status that fits", () => {
  const rows: [Mistake, number[], number | undefined][] = [
    ["parameterMissing", [400, 422], 400],
    ["bodyInvalid", [404, 422], 422],
    ["credentialsWrong", [400, 401, 403], 401],
    ["keyUnknown", [400, 403], 403],
    ["sessionLapsed", [400], 400],
    ["notFound", [400, 404], 404],
    ["notFound", [400], 400],
    ["mediaTypeUnsupported", [400, 415], 415],
    ["mediaTypeUnsupported", [400], 400],
    ["notAcceptable", [400, 406], 406],
    ["tooLarge", [400, 413], 413],
    ["throttled", [503], 503],
  ];
  test.each(rows)("%s of %s: %s", (mistake, statuses, want) => {
    const responses = Object.fromEntries(statuses.map((status) => [status, bare]));
    expect(refusal(documentWith(responses, {}), mistake)).toEqual({ status: want });
  });

  const undocumented: [Mistake, number][] = [
    ["parameterMissing", 400],
    ["credentialsMissing", 401],
    ["notFound", 404],
    ["notAcceptable", 406],
    ["tooLarge", 413],
    ["mediaTypeUnsupported", 415],
    ["throttled", 429],
  ];
  test.each(undocumented)("%s is a problem where none is documented: %s", (mistake, status) => {
    const want = { status, type: "application/problem+json", body: { title: words, status } };
    expect(refusal(documentWith({ 500: bare }), mistake)).toEqual(want);
  });
});

describe("being asked too often", () => {
  const throttling = { statuses: [420], codes: ["Busy*"] };
  test.each([
    { responses: { 400: coded(["Other", "Busy.User"]) }, want: 400 },
    { responses: { 420: bare, 429: bare }, want: 420 },
    { responses: { 429: bare, 503: bare }, want: 420 },
  ])("is answered as x-throttling says: $want", ({ responses, want }) => {
    const answer = refusal(documentWith(responses, { "x-throttling": throttling }), "throttled");
    expect(answer.status).toBe(want);
    if (want === 400) expect(answer.body.code).toBe("Busy.User");
  });
});

describe("the message", () => {
  const text = { type: "string" };
  test.each<{ message: object; want: object }>([
    { message: { Message: text }, want: { Message: words } },
    { message: { error_msg: text }, want: { error_msg: words } },
    { message: { errorMessage: text, description: text }, want: { errorMessage: words } },
    { message: { "error-message": text }, want: { "error-message": words } },
    { message: { description: text, detail: text }, want: { detail: words } },
    { message: { msg: { type: "string", maxLength: 12 } }, want: { msg: words.slice(0, 12) } },
    { message: { message: { type: "object" }, msg: text }, want: { msg: words } },
  ])("stands beside the code: $want", ({ message, want }) => {
    const document = documentWith({ 400: coded(["Missing"], true, message) });
    expect(refusal(document, "parameterMissing").body).toMatchObject(want);
  });

  test("stands beside a code that is further in", () => {
    const code = { anyOf: [{ const: "Missing" }, { type: "string" }], "x-lro-error-code": true };
    const error = { type: "object", properties: { code, message: text } };
    const schema = { type: "object", properties: { error, message: text } };
    const response = { description: "An error.", content: { "application/json": { schema } } };
    const { body } = refusal(documentWith({ 400: response }), "parameterMissing");
    expect(body.error).toEqual({ code: "Missing", message: words });
    expect(body.message).not.toBe(words);
  });

  test("is told by its name alone where there is no code", () => {
    const schema = { type: "object", properties: { description: text, message: text } };
    const response = { description: "An error.", content: { "application/json": { schema } } };
    const { body } = refusal(documentWith({ 400: response }), "parameterMissing");
    expect(body).toEqual({ description: "string", message: words });
  });

  test("says how many mistakes there are besides", () => {
    const more: Violation[] = [{ mistake: "parameterUnknown", at: "x", expected: "y", received: "z" }];
    const { body } = refusal(documentWith({ 400: coded(["Missing"]) }), "parameterMissing", more);
    expect(body.msg).toBe(`${words} (and 1 more)`);
  });
});

test("an error under a status of success brings no outcome with it", () => {
  const document = documentWith({ 200: coded(["0", "Missing"], { success: ["0"] }) });
  expect(refusal(document, "parameterMissing").body).toEqual({ code: "Missing", msg: words });
});

test("a HEAD is refused without a body", () => {
  const document = documentWith({ 400: coded(["Missing"]) });
  const violation: Violation = { mistake: "parameterMissing", at: "x", expected: "y", received: "z" };
  const [operation] = document.operations as [Operation];
  const { body, ...whole } = refuse(document, operation, [violation], "GET");
  const headers = { ...whole.headers, "content-length": String(body?.length) };
  expect(refuse(document, operation, [violation], "HEAD")).toEqual({ status: 400, headers });
});
