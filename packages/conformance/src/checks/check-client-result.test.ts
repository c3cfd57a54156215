import { describe, expect, test } from "vitest";
import {
  bench,
  benchOf,
  caseOf,
  documentOf,
  findingsOf,
  json,
  judgeAnswer,
  VENDOR,
} from "../../test/acme-jobs.ts";
import type { Bench } from "../run/run-case.ts";
import type { Answer } from "../sandbox/answer.ts";
import type { ClientOutcome } from "./subject.ts";

const HEALTH = caseOf("getHealth", "200 example");
const NOT_FOUND = caseOf("getJob", "404 JobNotFound");

const result = (ok: unknown, status: unknown, body?: unknown): ClientOutcome => ({
  kind: "result",
  ok,
  status,
  body,
});

async function judgeOutcome(
  testCase: typeof HEALTH,
  answer: Answer,
  outcome: ClientOutcome,
  on: Bench = bench,
) {
  const call: Bench["call"] = async (asked, fetch) => {
    await on.call(asked, fetch);
    return outcome;
  };
  return findingsOf(await judgeAnswer(testCase, answer, { ...on, call, timeout: 20 }), "client-result");
}

describe("a success", () => {
  const body = { healthy: true, big: Number("9007199254740993") };
  test.each<{ given: ClientOutcome; want: unknown[] }>([
    { given: result(true, 200, body), want: ["pass", "data as sent", "data as sent"] },
    { given: result(false, 200, body), want: ["fail", "ok: true", "ok: false"] },
    { given: result(1, 200, body), want: ["fail", "ok: true", "ok: 1"] },
    { given: result(undefined, 200, body), want: ["fail", "ok: true", "ok: nothing"] },
    { given: result(true, "200", body), want: ["fail", "status: 200", 'status: "200"'] },
    {
      given: result(true, 200, { healthy: true }),
      want: ["fail", `data: ${JSON.stringify(body)}`, 'data: {"healthy":true}'],
    },
    {
      given: result(true, 200, JSON.stringify(body)),
      want: ["fail", `data: ${JSON.stringify(body)}`, `data: ${JSON.stringify(JSON.stringify(body))}`],
    },
    { given: result(true, 200), want: ["fail", `data: ${JSON.stringify(body)}`, "data: nothing"] },
    {
      given: { kind: "thrown", error: new TypeError("boom") },
      want: ["fail", "the answer 200", "thrown: TypeError: boom"],
    },
  ])("$given", async ({ given, want }) => {
    expect(await judgeOutcome(HEALTH, json(200, body), given)).toEqual([want]);
  });
});

describe("a failure", () => {
  const body = { code: "JobNotFound" };
  test.each<{ given: ClientOutcome; want: unknown[] }>([
    { given: result(false, 404, body), want: ["pass", "error as sent", "error as sent"] },
    { given: result(true, 404, body), want: ["fail", "ok: false", "ok: true"] },
    { given: result(false, 500, body), want: ["fail", "status: 404", "status: 500"] },
    { given: result(false, 404), want: ["fail", 'error: {"code":"JobNotFound"}', "error: nothing"] },
    {
      given: { kind: "thrown", error: "404" },
      want: ["fail", "the answer 404", "thrown: 404"],
    },
  ])("$given", async ({ given, want }) => {
    expect(await judgeOutcome(NOT_FOUND, json(404, body, VENDOR), given)).toEqual([want]);
  });
});

describe("what is no JSON", () => {
  const text: Answer = { status: 200, headers: { "content-type": "text/plain" }, body: "Grüße" };
  test.each<{ on: [string, string]; answer: Answer; given: ClientOutcome; want: unknown[][] }>([
    {
      on: ["getLog", "200 example"],
      answer: text,
      given: result(true, 200, "Grüße"),
      want: [["pass", "data as sent", "data as sent"]],
    },
    {
      on: ["getLog", "200 example"],
      answer: text,
      given: result(true, 200, { text: "Grüße" }),
      want: [["fail", 'data: "Grüße"', 'data: {"text":"Grüße"}']],
    },
    {
      on: ["getLog", "200 example"],
      answer: text,
      given: result(false, 200, "Grüße"),
      want: [["fail", "ok: true", "ok: false"]],
    },
    {
      on: ["getLog", "200 example"],
      answer: { ...text, headers: { "content-type": "application/octet-stream" } },
      given: result(true, 200, new Blob(["Grüße"])),
      want: [["pass", "data as sent", "data as sent"]],
    },
    {
      on: ["getLog", "200 example"],
      answer: { ...text, headers: { "content-type": "application/octet-stream" } },
      given: result(true, 200, new ArrayBuffer(1)),
      want: [["fail", 'data: "Grüße" or 7 bytes', "data: {}"]],
    },
    {
      on: ["cancelJob", "204"],
      answer: { status: 204, headers: {} },
      given: result(true, 204),
      want: [["pass", "data as sent", "data as sent"]],
    },
    {
      on: ["cancelJob", "204"],
      answer: { status: 204, headers: {} },
      given: result(true, 204, {}),
      want: [["fail", "data: nothing", "data: {}"]],
    },
  ])("$on.0 $given", async ({ on: [operation, name], answer, given, want }) => {
    expect(await judgeOutcome(caseOf(operation, name), answer, given)).toEqual(want);
  });
});

describe("no answer", () => {
  test.each<{ name: string; fault: "reset" | "hang"; given: ClientOutcome; want: unknown[][] }>([
    {
      name: "that was invented",
      fault: "reset",
      given: result(true, 200, {}),
      want: [["fail", "an error", "ok: true, status: 200, data: {}"]],
    },
    { name: "that was thrown", fault: "hang", given: { kind: "thrown", error: "x" }, want: [] },
    { name: "that was handed over as an error", fault: "reset", given: result(false, 0, "x"), want: [] },
  ])("$name", async ({ fault, given, want }) => {
    expect(await judgeOutcome(HEALTH, { ...json(200, {}), fault }, given)).toEqual(want);
  });
});

describe("a body that is none of the documented kind", () => {
  const half = '{"healthy":';
  const TYPE = "application/json";
  const malformed = (reason: string, text: string, mediaType = TYPE, wireStatus = 200): ClientOutcome => ({
    kind: "result",
    ok: false,
    status: "malformed",
    body: { reason, mediaType, text },
    wireStatus,
  });
  const page = "<!doctype html><title>Bad Gateway</title>";
  const CALLED = 'status: "malformed", for the body is none of the documented kind';

  test.each<{ name: string; answer: Answer; given: ClientOutcome; want: unknown[] | undefined }>([
    { name: "half", answer: json(200, half), given: malformed("truncated", half), want: undefined },
    {
      name: "half, of an error",
      answer: json(200, half),
      given: malformed("not-json", half),
      want: undefined,
    },
    { name: "none", answer: json(200, ""), given: malformed("empty", ""), want: undefined },
    {
      name: "a page",
      answer: json(200, page, "text/html"),
      given: malformed("html", page, "text/html"),
      want: undefined,
    },
    { name: "a page as JSON", answer: json(200, page), given: malformed("html", page), want: undefined },
    {
      name: "half, as a success",
      answer: json(200, half),
      given: result(true, 200, { healthy: true }),
      want: ["fail", CALLED, 'ok: true, status: 200, data: {"healthy":true}'],
    },
    {
      name: "half, as an error",
      answer: json(200, half),
      given: result(false, 200, half),
      want: ["fail", CALLED, `ok: false, status: 200, error: ${JSON.stringify(half)}`],
    },
    {
      name: "half, thrown",
      answer: json(200, half),
      given: { kind: "thrown", error: "x" },
      want: ["fail", "the answer 200", "thrown: x"],
    },
    {
      name: "half, as a success that is malformed",
      answer: json(200, half),
      given: { ...malformed("truncated", half), ok: true } as ClientOutcome,
      want: ["fail", "ok: false", "ok: true"],
    },
    {
      name: "half, of another status",
      answer: json(200, half),
      given: malformed("truncated", half, TYPE, 502),
      want: ["fail", "response.status: 200", "response.status: 502"],
    },
    {
      name: "half, for another reason",
      answer: json(200, half),
      given: malformed("empty", half),
      want: ["fail", 'error.reason: "truncated" or "not-json"', 'error.reason: "empty"'],
    },
    {
      name: "a page, for another reason",
      answer: json(200, page, "text/html"),
      given: malformed("not-json", page, "text/html"),
      want: ["fail", 'error.reason: "html"', 'error.reason: "not-json"'],
    },
    {
      name: "half, of another type",
      answer: json(200, half),
      given: malformed("truncated", half, ""),
      want: ["fail", `error.mediaType: "${TYPE}"`, 'error.mediaType: ""'],
    },
    {
      name: "half, and the other half",
      answer: json(200, half),
      given: malformed("truncated", `${half}true}`),
      want: ["fail", `error.text: ${JSON.stringify(half)}`, `error.text: ${JSON.stringify(`${half}true}`)}`],
    },
    {
      name: "one that is none",
      answer: json(200, { healthy: true }),
      given: malformed("not-json", '{"healthy":true}'),
      want: ["fail", "a result, for the body is of the documented kind", "malformed"],
    },
  ])("$name", async ({ answer, given, want }) => {
    const found = await judgeOutcome(HEALTH, answer, given);
    expect(found).toEqual([want ?? ["pass", expect.any(String), expect.any(String)]]);
  });

  // The text is JSON, and something says that it is not: whom to believe is the client's choice.
  test.each<{ name: string; answer: Answer }>([
    { name: "labelled as a page", answer: json(200, { healthy: true }, "text/html") },
    { name: "labelled as nothing", answer: { status: 200, headers: {}, body: '{"healthy":true}' } },
    { name: "with a byte order mark", answer: json(200, '\uFEFF{"healthy":true}') },
  ])("is in dispute: $name", async ({ answer }) => {
    const mediaType = answer.headers["content-type"] ?? "";
    const reason = mediaType === "text/html" ? "html" : "not-json";
    for (const given of [
      result(true, 200, { healthy: true }),
      malformed(reason, '{"healthy":true}', mediaType),
    ]) {
      const [[verdict] = []] = await judgeOutcome(HEALTH, answer, given);
      expect(verdict).toBe("pass");
    }
    const [[verdict] = []] = await judgeOutcome(HEALTH, answer, result(true, 200, { healthy: false }));
    expect(verdict).toBe("fail");
  });

  test("is none where a body may be missing, or none is documented", async () => {
    const answer = { status: 503, headers: {} };
    expect(await judgeOutcome(caseOf("getHealth", "503"), answer, result(false, 503))).toMatchObject([
      ["pass", "error as sent", "error as sent"],
    ]);
    const paged = { ...answer, headers: { "content-type": "text/html" }, body: page };
    for (const given of [result(false, 503), malformed("html", page, "text/html", 503)]) {
      const [[verdict] = []] = await judgeOutcome(caseOf("getHealth", "503"), paged, given);
      expect(verdict).toBe("pass");
    }
  });
});

describe("a body of which several kinds are documented", () => {
  const content = { "application/json": { schema: {} }, "text/xml": {} };
  const several = documentOf({ responses: { "200": { description: "", content } } });
  const judge = async (answer: Answer, given: ClientOutcome) => {
    const found = await judgeOutcome(caseOf("getThing", "200", several), answer, given, benchOf(several));
    return found[0]?.[0];
  };
  const broken = { reason: "not-json", mediaType: "application/json", text: "<a/>" };
  const malformed: ClientOutcome = {
    ...(result(false, "malformed", broken) as Extract<ClientOutcome, { kind: "result" }>),
    wireStatus: 200,
  };
  test.each<{ name: string; answer: Answer; given: ClientOutcome; want: string }>([
    { name: "JSON", answer: json(200, { a: 1 }), given: result(true, 200, { a: 1 }), want: "pass" },
    { name: "JSON, as text", answer: json(200, { a: 1 }), given: result(true, 200, '{"a":1}'), want: "fail" },
    { name: "text", answer: json(200, "<a/>", "text/xml"), given: result(true, 200, "<a/>"), want: "pass" },
    {
      name: "text as JSON, as text",
      answer: json(200, "<a/>"),
      given: result(true, 200, "<a/>"),
      want: "fail",
    },
    {
      name: "text as neither",
      answer: json(200, "<a/>", "a/b"),
      given: result(true, 200, "<a/>"),
      want: "pass",
    },
    { name: "nothing", answer: json(200, ""), given: result(true, 200), want: "pass" },
  ])("$name: $want", async ({ answer, given, want }) => {
    expect(await judge(answer, given)).toBe(want);
  });

  test("that is labelled as JSON, and is none", async () => {
    const page = { ...malformed, body: { ...broken, reason: "html" } } as ClientOutcome;
    expect([await judge(json(200, "<a/>"), malformed), await judge(json(200, "<a/>"), page)]).toEqual([
      "pass",
      "pass",
    ]);
  });
});

describe("an error under the status of a success", () => {
  const FOUND = caseOf("findJobs", "200 found");
  const found = { retCode: "0", retMsg: "ok" };
  const refused = { retCode: "2001", retMsg: "no" };
  const okOf = async (body: object, ok: boolean) =>
    (await judgeOutcome(FOUND, json(200, body), result(ok, 200, body)))[0]?.[0];

  test.each<{ name: string; body: object; asSuccess: string; asError: string }>([
    { name: "a code that means success", body: found, asSuccess: "pass", asError: "fail" },
    { name: "a code that means none", body: refused, asSuccess: "fail", asError: "pass" },
    { name: "a code that nobody documents", body: { retCode: "9" }, asSuccess: "fail", asError: "pass" },
    { name: "no code", body: { retMsg: "ok" }, asSuccess: "pass", asError: "fail" },
    // Whether these mean success, the document does not say.
    { name: "no more than the number of it", body: { retCode: 0 }, asSuccess: "pass", asError: "pass" },
    { name: "an object for a code", body: { retCode: {} }, asSuccess: "pass", asError: "pass" },
    { name: "an empty code", body: { retCode: "" }, asSuccess: "pass", asError: "pass" },
  ])("$name", async ({ body, asSuccess, asError }) => {
    expect([await okOf(body, true), await okOf(body, false)]).toEqual([asSuccess, asError]);
  });
});

describe("a status that is not documented", () => {
  test.each<{ name: string; answer: Answer; given: ClientOutcome; want: string | undefined }>([
    {
      name: "a success",
      answer: json(299, { healthy: true }),
      given: result(true, 299, { healthy: true }),
      want: "pass",
    },
    { name: "a success, as an error", answer: json(299, {}), given: result(false, 299, {}), want: "fail" },
    { name: "an error, parsed", answer: json(418, {}), given: result(false, 418, {}), want: "pass" },
    { name: "an error, as text", answer: json(418, {}), given: result(false, 418, "{}"), want: "pass" },
    {
      name: "an error, as something else",
      answer: json(418, {}),
      given: result(false, 418, 0),
      want: "fail",
    },
    { name: "an error, as a success", answer: json(418, {}), given: result(true, 418, {}), want: "fail" },
    { name: "an error, as another", answer: json(418, {}), given: result(false, 419, {}), want: "fail" },
    { name: "an error, thrown", answer: json(418, {}), given: { kind: "thrown", error: "x" }, want: "fail" },
    { name: "an error, malformed", answer: json(418, "x"), given: result(false, "malformed"), want: "fail" },
    // Whether to follow it, the client decides.
    {
      name: "a redirection",
      answer: { status: 302, headers: {} },
      given: { kind: "thrown", error: "x" },
      want: undefined,
    },
  ])("$name: $want", async ({ answer, given, want }) => {
    expect((await judgeOutcome(HEALTH, answer, given))[0]?.[0]).toBe(want);
  });
});

test("nothing is said where no client is under test", async () => {
  expect(findingsOf(await judgeAnswer(HEALTH, json(200, { healthy: true })), "client-result")).toEqual([]);
});

test("of what is nested deeper than there is room for, nobody can say whether it came whole", async () => {
  const body = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const answer = { ...json(200, []), body };
  expect(await judgeOutcome(HEALTH, answer, result(true, 200, JSON.parse(body)))).toEqual([]);
});
