import { describe, expect, test } from "vitest";
import { isRead } from "../src/document/is-read.ts";
import { isSecured } from "../src/live/is-secured.ts";
import { unprovedBy } from "../src/report/remarks.ts";
import { REPORTERS } from "../src/report/reporters.ts";
import type { Answer, Responder } from "../src/sandbox/answer.ts";
import type { Send } from "../src/wire/send.ts";
import { document as acme } from "./acme-jobs.ts";
import { type LiveRun, runLive } from "./closed-door.ts";
import { documents } from "./providers.ts";

const RIGHT = {
  SETTLED_TOKEN: "not-a-token",
  SETTLED_ACCESS_KEY_ID: "development-key",
  SETTLED_ACCESS_KEY_SECRET: "not-a-secret",
};

const why = ({ report }: LiveRun) => unprovedBy(report).join("\n");
const badIn = ({ report: { verdicts } }: LiveRun) => verdicts.fail + verdicts.vacuous + verdicts.error;
const securedIn = ({ arrived }: LiveRun) => arrived.filter((one) => one && isSecured(one)).length;

describe.each(documents.map((document) => ({ name: document.name || document.source, document })))(
  "$name",
  ({ document }) => {
    test.each([
      {
        given: "a wrong token, and a wrong key",
        env: { ...RIGHT, SETTLED_TOKEN: "expired", SETTLED_ACCESS_KEY_ID: "no-such-key" },
        asked: 1,
      },
      {
        given: "the right key with a wrong secret",
        env: { ...RIGHT, SETTLED_TOKEN: "expired", SETTLED_ACCESS_KEY_SECRET: "wrong" },
        asked: 1,
      },
      {
        given: "the same, eight at a time",
        env: {
          SETTLED_TOKEN: "expired",
          SETTLED_ACCESS_KEY_ID: "no-such-key",
          SETTLED_ACCESS_KEY_SECRET: "wrong",
        },
        concurrency: 8,
        asked: 1,
      },
    ])("$given: shown $asked time, and nothing is proved", async ({ env, asked, concurrency = 1 }) => {
      const run = await runLive(document, { env, concurrency });
      expect(why(run)).toMatch(/^not authorised: the service answered \d{3}( \S+)? to /);
      expect([run.proved, badIn(run), securedIn(run)]).toEqual([false, 0, asked]);
    });

    test("no credentials at all: not authorised", async () => {
      const run = await runLive(document);
      expect(why(run)).toMatch(/^not authorised: .*; asked by no credentials, where /);
      expect([run.proved, badIn(run)]).toEqual([false, 0]);
    });

    test("the right ones: proved", async () => {
      const run = await runLive(document, { env: RIGHT, negatives: false });
      expect([run.proved, badIn(run), why(run)]).toEqual([true, 0, ""]);
    });
  },
);

const answering =
  (answer: Answer, but: (path: string) => boolean = () => false) =>
  (respond: Responder): Responder =>
  async (request, signal) =>
    but(new URL(request.url).pathname) ? respond(request, signal) : answer;
const isHealth = (path: string) => path.endsWith("/health");
const lost =
  (code: string, message = code): Send =>
  async () => {
    throw new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
  };
const away = { status: 302, headers: { location: "https://sso.acme.example/login?ticket=not-a-ticket" } };

test.each([
  // One that wants a signature and is shown no password; one that has no word for 401 and answers 400; and the last.
  {
    given: "a wrong password of a user",
    options: { env: { SETTLED_USERNAME: "developer", SETTLED_PASSWORD: "wrong" } },
    asked: 3,
    want: "asked by AcmeBasic, user dev…",
  },
  {
    given: "a user without a password",
    options: { env: { SETTLED_USERNAME: "developer" } },
    asked: 3,
    want: "user dev…, without a password",
  },
  {
    given: "401, where one path is public",
    options: { env: RIGHT, between: answering({ status: 401, headers: {} }, isHealth) },
    asked: 1,
    want: "not authorised: the service answered 401 to ",
  },
  {
    given: "403 from everything",
    options: { env: RIGHT, negatives: false, between: answering({ status: 403, headers: {} }) },
    asked: undefined,
    want: "not authorised: the service answered 403 to ",
  },
  {
    given: "403 from everything but what is public, and no mistake is made any more",
    options: { env: RIGHT, between: answering({ status: 403, headers: {} }, isHealth) },
    asked: acme.operations.filter((one) => isRead(acme, one) && isSecured(one)).length,
    want: " more: these credentials open none of them",
  },
  {
    given: "403 from everything, eight at a time",
    options: { env: RIGHT, concurrency: 8, between: answering({ status: 403, headers: {} }) },
    asked: undefined,
    want: "not authorised: the service answered 403 to ",
  },
  {
    given: "nobody there",
    options: { env: RIGHT, send: lost("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:4010") },
    asked: 1,
    want: "unreachable: fetch failed: connect ECONNREFUSED",
  },
  {
    given: "no such host",
    options: { env: RIGHT, send: lost("ENOTFOUND", "getaddrinfo ENOTFOUND acme.invalid") },
    asked: 1,
    want: "is --url right",
  },
  {
    given: "a certificate of its own",
    options: { env: RIGHT, send: lost("DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate") },
    asked: 1,
    want: "--ca <file> trusts the certificate of whoever issued it, --insecure takes any",
  },
  {
    given: "connections that break",
    options: { env: RIGHT, send: lost("ECONNRESET") },
    asked: 2,
    want: "unreachable: fetch failed: ECONNRESET",
  },
  {
    given: "answers that break off",
    options: { env: RIGHT, send: lost("ECONNRESET", "the answer broke off") },
    asked: undefined,
    want: "unreadable: fetch failed: the answer broke off (ECONNRESET); something answers there",
  },
  {
    given: "single sign-on",
    options: { env: RIGHT, between: answering(away, isHealth) },
    asked: 2,
    want: "the wrong host, or a login page: the service leads to https://sso.acme.example/login; ",
  },
  {
    given: "single sign-on before all of it",
    options: { between: answering(away) },
    asked: undefined,
    want: "the wrong host, or a login page",
  },
])("$given: one reason, and no finding", async ({ options, asked, want }) => {
  const run = await runLive(acme, options);
  expect(why(run)).toContain(want);
  expect(why(run)).not.toContain("not-a-");
  expect([run.proved, badIn(run)]).toEqual([false, 0]);
  const sent = options.send ? run.arrived.length : securedIn(run);
  if (asked !== undefined) expect(sent).toBe(asked);
});

test.each([
  { given: "one refusal among what is let in", status: 401 },
  { given: "one forbidden operation among what is let in", status: 403 },
  { given: "one redirect among what is answered", status: 302 },
  { given: "one server error", status: 500 },
])("$given leaves the rest proved", async ({ status }) => {
  const one = { status, headers: status === 302 ? away.headers : {} };
  const between = answering(one, (path) => !path.endsWith("/log"));
  const run = await runLive(acme, { env: RIGHT, between, negatives: false });
  expect([run.proved, why(run)]).toEqual([true, ""]);
  expect(badIn(run) > 0).toBe(status >= 500 || status === 302);
});

describe("where one operation is forbidden", () => {
  const between = answering({ status: 403, headers: {} }, (path) => !path.endsWith("/log"));
  test("it alone is not asked wrongly with the credentials that may not", async () => {
    const { report, proved } = await runLive(acme, { env: RIGHT, between });
    const skips = report.checks.filter(({ verdict, received }) => verdict === "skip" && /403/.test(received));
    expect([proved, new Set(skips.map(({ operation }) => operation))]).toEqual([true, new Set(["getLog"])]);
    const passed = report.checks.filter(
      ({ verdict, case: name }) => verdict === "pass" && /^with/.test(name),
    );
    expect(new Set(passed.map(({ operation }) => operation)).size).toBeGreaterThan(1);
  });
});

test("of a request that nobody answered, no check has passed", async () => {
  let asked = 0;
  const between =
    (respond: Responder): Responder =>
    async (request, signal) => {
      asked += 1;
      return asked === 2 ? { status: 200, headers: {}, fault: "reset" } : respond(request, signal);
    };
  const { report, proved } = await runLive(acme, { env: RIGHT, between, negatives: false });
  const silent = report.cases?.find(({ lost: reason }) => reason !== undefined);
  const own = report.checks.filter((one) => one.operation === silent?.operation && one.case === silent.case);
  expect(own.map(({ verdict }) => verdict)).toEqual(["fail"]);
  expect(proved).toBe(true);
});

describe("404 to an id", () => {
  const between = answering(
    { status: 404, headers: { "content-type": "application/json" }, body: "{}" },
    (path) => !/\/jobs\/[^/]+$/.test(path),
  );
  test.each([
    { given: {}, verdict: "skip", want: "404 to the ids of the document's example" },
    { given: { jobId: "mine" }, verdict: "fail", want: "404, to what you gave (jobId)" },
  ])("$given: $verdict", async ({ given, verdict, want }) => {
    const { report } = await runLive(acme, { env: RIGHT, between, parameters: given, negatives: false });
    const found = report.checks.find((one) => one.operation === "getJob" && one.received.includes(want));
    expect(found).toMatchObject({ check: "status-code", verdict });
  });
});

test.each(Object.keys(REPORTERS) as (keyof typeof REPORTERS)[])("%s says so", async (name) => {
  const { report, cases } = await runLive(acme, { env: { SETTLED_TOKEN: "expired" } });
  const format = await REPORTERS[name]();
  const text = format([{ report, cases, operations: 7, duration: 1 }]);
  expect(text).toContain("not authorised: the service answered 401");
  expect(text).not.toMatch(/– kept<|Nothing was found/);
  if (name === "junit") expect(text).toMatch(/<testsuites [^>]*errors="1"/);
});
