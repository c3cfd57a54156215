import { describe, expect, test } from "vitest";
import {
  BASE_URL,
  bench,
  benchOf,
  document,
  documentOf,
  json,
  OVERLAY,
  VENDOR,
} from "../../test/acme-jobs.ts";
import { createAuthority } from "../authentication/authority.ts";
import { loadErrata } from "../document/load-errata.ts";
import type { ReportEntry } from "../report/report.ts";
import { type Answer, type Responder, sendTo } from "../sandbox/answer.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { UndecidedPattern } from "../schema/pattern-watch.ts";
import type { Validators } from "../schema/run-validators.ts";
import { createDirectCaller } from "./caller.ts";
import type { CheckOptions } from "./check-options.ts";
import { createErrata } from "./explain-errata.ts";
import { runCheck } from "./run-check.ts";

const sandbox = createDocumentedAnswers(document);

const check = (respond: Responder, options: Partial<CheckOptions> = {}) =>
  runCheck({ ...bench, send: sendTo(respond), targetKind: "live", ...options });

const always =
  (answer: Answer): Responder =>
  async () =>
    answer;

describe("a live service that refuses proves nothing", () => {
  const refusal = (status: number) => always({ status, headers: {} });
  test.each([
    { name: "401", respond: refusal(401), want: "not authorised: the service answered 401" },
    { name: "403", respond: refusal(403), want: "not authorised: the service answered 403" },
    {
      name: "a documented 404",
      respond: refusal(404),
      want: "the service answered 404 to the ids of the document's example; give yours with --param name=value",
    },
  ])("$name", async ({ respond, want }) => {
    const { report } = await check(respond);
    const skips = report.checks.filter(
      ({ operation, verdict }) => operation === "getJob" && verdict === "skip",
    );
    expect(skips.map(({ received }) => received)).toContain(want);
    expect(report.checks.filter(({ operation }) => operation === "getJob").length).toBe(skips.length);
  });

  test.each([
    { name: "401 to everything", respond: refusal(401), want: false },
    { name: "401 to all that wants credentials", respond: someElse(401), want: false },
    { name: "a server error", respond: refusal(500), want: true },
    { name: "no answer", respond: always({ status: 200, headers: {}, fault: "reset" }), want: false },
  ])("$name: proved $want", async ({ respond, want }) => {
    expect((await check(respond)).proved).toBe(want);
  });

  test("but a status that is not documented is a failure", async () => {
    const { report } = await check(refusal(404));
    const health = report.checks.filter(
      ({ operation, verdict }) => operation === "getHealth" && verdict === "fail",
    );
    expect(health.map(({ received }) => received)).toEqual(["404"]);
  });

  test("and so is a refusal of a mock, that was asked for another answer", async () => {
    const { report } = await check(refusal(401), { targetKind: "mock" });
    expect(report.verdicts.fail).toBeGreaterThan(0);
  });
});

describe("what documents `default` alone admits any status of a live service", () => {
  const thing = { type: "object", properties: { id: { type: "string" } } };
  const shown = { description: "Whatever comes.", content: { "application/json": { schema: thing } } };
  const asked = (responses: object, answer: Answer, targetKind: "live" | "sandbox") => {
    const on = documentOf({ responses });
    return check(always(answer), { ...benchOf(on), send: sendTo(always(answer)), targetKind });
  };
  test.each([
    { name: "a success", responses: { default: shown }, answer: json(200, { id: "1" }), want: [] },
    { name: "a refusal", responses: { default: shown }, answer: json(422, { id: "1" }), want: [] },
    {
      name: "no shape",
      responses: { default: { description: "" } },
      answer: json(200, { id: "1" }),
      want: [],
    },
    {
      name: "with a 404",
      responses: { 404: shown, default: shown },
      answer: json(200, { id: "1" }),
      want: [],
    },
    { name: "a wrong shape", responses: { default: shown }, answer: json(200, { id: 1 }), want: ["1"] },
    { name: "a success is", responses: { 200: shown, default: shown }, answer: json(500, {}), want: ["500"] },
  ])("$name: $want", async ({ responses, answer, want }) => {
    const { report } = await asked(responses, answer, "live");
    const failed = report.checks.filter(({ verdict }) => verdict === "fail");
    expect(failed.map(({ received }) => received)).toEqual(want);
  });

  test("the sandbox is asked for a 500, and for another where that is documented by itself", async () => {
    const named = async (responses: object) =>
      (await asked(responses, json(500, { id: "1" }), "sandbox")).report.checks
        .filter(({ check: one }) => one === "status-code")
        .map(({ case: name }) => name);
    expect(await named({ default: shown })).toEqual(["500"]);
    expect(await named({ 500: shown, default: shown })).toEqual(["500", "503"]);
  });
});

describe("the report", () => {
  test("names the place of a finding before what was expected", async () => {
    const given = { status: 200, headers: { "content-type": "application/json" }, body: '{"healthy":1}' };
    const { report } = await check(always(given));
    expect(report.checks).toContainEqual(
      expect.objectContaining({
        operation: "getHealth",
        expected: "#/healthy type boolean",
        received: "1",
        verdict: "fail",
      }),
    );
  });

  test("has a curl line that asks a mock for the same answer, but a live service as it is", async () => {
    const lineOf = async (targetKind: CheckOptions["targetKind"]) => {
      const { report } = await check(sandbox, { targetKind });
      return report.checks.find(({ operation, verdict }) => operation === "getHealth" && verdict === "pass")
        ?.curl;
    };
    const curl = `curl '${BASE_URL}/health' -H 'accept: application/json'`;
    expect(await lineOf("mock")).toBe(`${curl} -H 'prefer: code=200, example=example'`);
    expect(await lineOf("live")).toBe(curl);
  });

  test("counts its entries by verdict", async () => {
    const { report, cases } = await check(sandbox, { targetKind: "sandbox" });
    expect(report.verdicts).toEqual({
      pass: report.checks.length,
      skip: 0,
      erratum: 0,
      vacuous: 0,
      fail: 0,
      error: 0,
    });
    expect(cases).toBe(
      new Set(report.checks.map(({ operation, case: name }) => `${operation} ${name}`)).size,
    );
  });

  const breaking = (error: Error): Validators => ({
    get() {
      throw error;
    },
  });

  test("says of a check that broke that the judge is at fault", async () => {
    const validators = breaking(new Error("the engine broke"));
    const { report } = await check(sandbox, { validators });
    const errors = report.checks.filter(({ verdict }) => verdict === "error");
    expect(errors.map(({ expected }) => expected)).toContain("a verdict");
    expect(errors[0]?.received).toContain("the engine broke");
    expect(
      report.checks.filter(({ check: name, verdict }) => name === "status-code" && verdict === "pass"),
    ).not.toEqual([]);
  });

  test("says of a pattern that cannot be decided what it is, and not where the judge was", async () => {
    const { report } = await check(sandbox, { validators: breaking(new UndecidedPattern("(a+)+$ is")) });
    const errors = report.checks.filter(({ verdict }) => verdict === "error");
    expect(new Set(errors.map(({ received }) => received))).toEqual(new Set(["(a+)+$ is"]));
  });
});

describe("a service that deviates", () => {
  const errata = loadErrata(OVERLAY).then((known) => createErrata(document, known));
  const known = json(200, { healthy: true, since: 1, version: "3.2" });
  const unknown = json(200, { healthy: true, since: 1, version: "3.2", stranger: 1 });
  const answering =
    (answer: Answer): Responder =>
    async (request) =>
      request.url.endsWith("/health") ? answer : sandbox(request);
  const judge = async (answer: Answer, options: Partial<CheckOptions> = {}) => {
    const { report } = await check(answering(answer), { errata: await errata, ...options });
    return report.checks.filter(({ verdict }) => verdict !== "pass" && verdict !== "skip");
  };
  const verdictsOf = (entries: readonly ReportEntry[]) =>
    entries.map(({ check: name, verdict, errata: names }) => [name, verdict, names]);
  const BOTH = ["health-version", "health-epoch"];

  test("in a known way has an erratum for each finding, and the finding as it is", async () => {
    const entries = await judge(known);
    expect(verdictsOf(entries)).toEqual([
      ["response-schema", "erratum", BOTH],
      ["response-schema", "erratum", BOTH],
    ]);
    expect(entries.map(({ expected, received }) => [expected, received])).toEqual([
      ["#/since type string", "1"],
      ["#/version documented members only", 'version: "3.2"'],
    ]);
  });

  test("in an unknown way, too, fails in all that the check found", async () => {
    const verdicts = verdictsOf(await judge(unknown));
    expect(new Set(verdicts.map(([, verdict]) => verdict))).toEqual(new Set(["fail"]));
    expect(verdicts).toHaveLength(3);
  });

  test("in each item of a list fails once for each way, with how many do", async () => {
    const item = { type: "object", properties: { state: { enum: ["ON"] } } };
    const schema = { type: "object", properties: { items: { type: "array", items: item } } };
    const content = { "application/json": { schema, example: { items: [{ state: "ON" }] } } };
    const list = documentOf({ responses: { "200": { description: "", content } } });
    const body = { items: [{ state: "on" }, { state: "ON", id: 7 }, { state: "off", id: 8 }], id: 1 };
    const on = benchOf(list);
    const send = sendTo(async () => json(200, body));
    const { report } = await runCheck({ ...on, send, targetKind: "live" });
    const found = report.checks.filter(({ verdict }) => verdict === "fail");
    expect(found.map(({ at, received, times }) => [at, received, times])).toEqual([
      ["#/items/0/state", '"on"', 2],
      ["#/items/1/id", "id: 7", 2],
      ["#/id", "id: 1", undefined],
    ]);
    expect(report.verdicts.fail).toBe(3);
  });

  test("in a known way fails, where nothing is known", async () => {
    const { report } = await check(answering(known));
    expect([report.verdicts.erratum, report.verdicts.fail]).toEqual([0, 2]);
  });

  test("has its vacuous answers explained, too", async () => {
    const moved = json(404, { code: "JobMoved", message: "m", details: [] }, VENDOR);
    const respond: Responder = async (request) =>
      request.url.includes("/jobs/f61d60d2") ? moved : sandbox(request);
    const { report } = await check(respond, { errata: await errata, targetKind: "mock" });
    const found = report.checks.filter(
      ({ operation, check: name }) => operation === "getJob" && name === "error-code",
    );
    // Where another code was asked for, it is the wrong one, whatever is known.
    expect(
      new Set(found.map(({ case: name, verdict, errata: names }) => `${name} ${verdict} ${names}`)),
    ).toEqual(
      new Set([
        "200 succeeded erratum moved-code",
        "200 failed erratum moved-code",
        "409 erratum moved-code",
        "400 BadDepth fail undefined",
        "404 JobNotFound fail undefined",
      ]),
    );
  });

  test("as it was observed to, in nothing else and in all of it", async () => {
    const observed = await (await errata).observed();
    const { report } = await check(createDocumentedAnswers(observed), {
      errata: await errata,
      asked: observed,
      targetKind: "sandbox",
    });
    const { fail, vacuous, error, skip } = report.verdicts;
    expect({ fail, vacuous, error, skip }).toEqual({ fail: 0, vacuous: 0, error: 0, skip: 0 });
    const found = report.checks.filter(({ verdict }) => verdict === "erratum");
    expect(
      new Set(
        found.map(
          ({ operation, case: name, check: by, errata: names }) => `${operation} ${name} ${by}: ${names}`,
        ),
      ),
    ).toEqual(
      new Set([
        "getJob 200 paused response-schema: paused-state",
        "getJob 200 paused operation-status: paused-state",
        "getJob 404 JobMoved error-code: moved-code",
        "cancelJob 202 status-code: cancel-accepted",
        "getPlan 200 nested response-schema: plan-without-steps",
        "getPlan 200 nested by AcmeBasic response-schema: plan-without-steps",
        "getPlan 200 nested by AcmeSignature response-schema: plan-without-steps",
        "getHealth 200 example response-schema: health-version,health-epoch",
      ]),
    );
  });

  test("names errata in the entries of that verdict, and in no others", async () => {
    const { report } = await check(answering(known), { errata: await errata, targetKind: "mock" });
    for (const entry of report.checks) expect("errata" in entry).toBe(entry.verdict === "erratum");
    // A mock that was asked for 503 and says 200 fails in its status, but what it says is known.
    expect(report.verdicts).toMatchObject({ erratum: 4, fail: 1 });
  });

  test("not at all has no erratum, though some are known", async () => {
    const { report } = await check(sandbox, { errata: await errata, targetKind: "sandbox" });
    expect(report.verdicts).toMatchObject({ pass: report.checks.length, erratum: 0 });
  });
});

test("stops between two cases", async () => {
  const stop = new AbortController();
  const respond: Responder = (request) => {
    stop.abort();
    return sandbox(request);
  };
  const { report } = await check(respond, { targetKind: "sandbox", signal: stop.signal });
  expect(new Set(report.checks.map(({ case: name }) => name))).toEqual(new Set(["202 accepted"]));
});

describe("credentials go to their place", () => {
  const securitySchemes = {
    Query: { type: "apiKey", in: "query", name: "key" },
    Cookie: { type: "apiKey", in: "cookie", name: "session" },
    Header: { type: "apiKey", in: "header", name: "X-Key" },
    Basic: { type: "http", scheme: "basic" },
    Bearer: { type: "http", scheme: "bearer" },
    Signed: { type: "http", scheme: "ACME" },
  };
  const credentials = { username: "ü", password: "p:w", token: "t&", authorization: "a" };
  test.each([
    { security: "Query", want: ["?key=t%26", null, null, null] },
    { security: "Cookie", want: ["", "session=t&", null, null] },
    { security: "Header", want: ["", null, "t&", null] },
    { security: "Basic", want: ["", null, null, "Basic w7w6cDp3"] },
    { security: "Bearer", want: ["", null, null, "Bearer t&"] },
    { security: "Signed", want: ["", null, null, "ACME a"] },
  ])("$security", async ({ security, want }) => {
    const secured = documentOf({ security: [{ [security]: [] }] }, { securitySchemes });
    const seen: unknown[] = [];
    const respond: Responder = async ({ url, headers }) => {
      seen.push(
        new URL(url).search,
        headers.get("cookie"),
        headers.get("x-key"),
        headers.get("authorization"),
      );
      return { status: 200, headers: {} };
    };
    const call = createDirectCaller(secured, { baseUrl: BASE_URL, credentials });
    const authority = createAuthority(credentials);
    const { report } = await check(respond, { document: secured, call, authority });
    expect(seen).toEqual(want);
    expect(report.verdicts).toMatchObject({ fail: 0, error: 0 });
  });
});

/** Refuses all requests but those for one operation. */
function someElse(status: number): Responder {
  return async (request) => (request.url.endsWith("/health") ? sandbox(request) : { status, headers: {} });
}

test("each case that was asked is told beforehand, and its exchange is in the report", async () => {
  const told: string[] = [];
  const onCase: CheckOptions["onCase"] = ({ operation, name }, done, of) =>
    told.push(`${done} of ${of} ${operation.id} ${name}`);
  const { report, cases } = await check(sandbox, { targetKind: "mock", onCase });
  expect(told).toHaveLength(cases);
  expect(told[0]).toBe(`0 of ${cases} startJob 202 accepted`);
  const asked = new Set(
    report.checks.filter(({ verdict }) => verdict !== "skip").map((one) => `${one.operation} ${one.case}`),
  );
  expect(new Set(report.cases?.map((one) => `${one.operation} ${one.case}`))).toEqual(asked);
  expect(report.cases?.find(({ operation }) => operation === "getHealth")).toMatchObject({
    request: { method: "GET", url: `${BASE_URL}/health` },
    response: { status: 200, body: { bytes: 47 } },
    duration: expect.any(Number),
  });
});
