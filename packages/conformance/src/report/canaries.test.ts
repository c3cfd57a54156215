import { decodeHTML } from "entities";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { document } from "../../test/acme-jobs.ts";
import { ENCODINGS, tracesOf } from "../../test/encodings.ts";
import { entryOf, reportOf, rowOf } from "../../test/sample-report.ts";
import { coverageMaps } from "../evidence/coverage-maps.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { createRedactor } from "../redaction/create-redactor.ts";
import { redactReport } from "../redaction/redact-report.ts";
import { createRedactorFromEnvironment, createRedactorOf, learnTokens } from "../redaction/redactor-of.ts";
import { formatCurl } from "./format-curl.ts";
import { formatSummary } from "./format-summary.ts";
import { type Excerpt, type Report, type ReportCase, VERDICTS } from "./report.ts";
import { REPORTER_NAMES, REPORTERS } from "./reporters.ts";

const formats = [...(await Promise.all(REPORTER_NAMES.map((name) => REPORTERS[name]()))), formatSummary];

/** Every place of a report that a run can bring a secret to. */
const PLACES: Readonly<Record<string, (text: string) => Report>> = {
  expected: (text) => ofEntry({ expected: text }),
  received: (text) => ofEntry({ received: `an answer of ${text}.` }),
  "a value that was cut": (text) => ofEntry({ received: `"${text}…` }),
  curl: (text) => ofEntry({ curl: curlOf(text) }),
  "a reason": (text) => reportOf([entryOf({ verdict: "skip", received: text, curl: "" })]),
  "a pointer": (text) => ofEntry({ at: `#/${text}` }),
  "an error of ours": (text) => reportOf([entryOf({ verdict: "error", received: `Error: ${text}\n  at x` })]),
  "a known deviation": (text) => reportOf([entryOf({ verdict: "erratum", errata: ["odd"], received: text })]),
  evidence: (text) =>
    reportOf([entryOf({ verdict: "erratum", errata: ["odd"] })], { errata: { odd: `Seen: ${text}` } }),
  target: (text) =>
    reportOf([entryOf({ verdict: "fail" })], { target: `http://x/${encodeURIComponent(text)}` }),
  "a tenant's label": (text) => {
    const source = { kind: "live" as const, tenant: text };
    const point = { operation: "getJob", kind: "status" as const, name: "200", seen: [] };
    const evidence: Evidence = { version: 1, sources: [source], points: [point] };
    const fingerprint = { document: "0123456789abcdef", kit: "1.0.0" };
    const run = { ...source, fingerprint, proved: true };
    return reportOf([entryOf()], { run, evidence, coverage: coverageMaps(evidence) });
  },
  "the URL of a request": (text) => ofExchange({ request: { ...request, url: `http://x/a?b=${text}#c` } }),
  "the name of a header": (text) => ofExchange({ request: { ...request, headers: [[text, "a"]] } }),
  "a header of a request": (text) => ofExchange({ request: { ...request, headers: [["x-a", `b ${text}`]] } }),
  "the body of a request": (text) => ofExchange({ request: { ...request, body: body(text) } }),
  "a header of an answer": (text) => ofExchange({ response: { ...response, headers: [["x-a", text]] } }),
  "the body of an answer": (text) => ofExchange({ response: { ...response, body: body(text) } }),
  "JSON in an answer": (text) =>
    ofExchange({ response: { ...response, body: body(JSON.stringify({ a: [{ b: text, [text]: 1 }] })) } }),
  "a body at the place where it is cut": (text) =>
    ofExchange({ response: { ...response, body: body(`${"x ".repeat(1990)}${text}`) } }),
  "why no answer came": (text) => ofExchange({ lost: `connect ${text}` }),
};

const request: ReportCase["request"] = { method: "POST", url: "http://x/a", headers: [] };
const response = { status: 418, headers: [] };

function ofEntry(given: object): Report {
  return reportOf(
    VERDICTS.map((verdict) =>
      entryOf({ verdict, ...(verdict === "erratum" && { errata: ["odd"] }), ...given }),
    ),
  );
}

function ofExchange(given: Partial<ReportCase>): Report {
  const exchange = { operation: "getJob", case: "200 succeeded", request, ...given };
  return reportOf([entryOf({ verdict: "fail" })], { cases: [exchange] });
}

function body(text: string): Excerpt {
  return { text, bytes: text.length };
}

function curlOf(text: string): string {
  const url = `http://x/${text.replace(/[^!-~]/gu, "_")}`;
  return formatCurl(document, { method: "POST", url, headers: new Headers(), body: text });
}

/** Each report, and what is left of it when its own escapes are undone. */
function shown(report: Report): string[] {
  const texts = formats.map((format) => format([rowOf(report)]));
  return texts.flatMap((text) => [text, decodeHTML(text), unescapeJson(text), unescapeCommand(text)]);
}

function unescapeJson(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(["\\/])/g, "$1");
}

function unescapeCommand(text: string): string {
  return text.replaceAll("%0A", "\n").replaceAll("%25", "%");
}

describe.each(Object.keys(PLACES))("no canary is shown that was put into %s", (place) => {
  // One canary with every character that somebody escapes, and one as tokens are.
  test.each(["c4n4ry /+&<>=\"'%\\ü😀 x9Q7z", "c4n4ry-Zm9vYmFyYmF6cXV4_x9Q7z.T0k3n"])("%s", (canary) => {
    const redactor = createRedactor({ secrets: [canary] });
    for (const encoding of ENCODINGS) {
      const given = PLACES[place]?.(encoding.encode(canary)) as Report;
      const texts = shown(redactReport(given, redactor));
      for (const trace of tracesOf(canary, encoding)) {
        const leaks = texts.filter((text) => text.includes(trace));
        expect(leaks, `${encoding.name} in ${place}`).toEqual([]);
      }
    }
  });
});

test("no canary is shown: any, anywhere, anyhow", () => {
  const canary = fc
    .string({
      minLength: 10,
      maxLength: 30,
      unit: fc.constantFrom(..."abcXYZ0189 -_.~+/=&%$#@!?<>\"'\\(){}[]|;,:*ü日😀"),
    })
    .filter((text) => new Set(text).size > 6 && !/REDACTED/.test(text));
  fc.assert(
    fc.property(
      canary,
      fc.constantFrom(...ENCODINGS),
      fc.constantFrom(...Object.keys(PLACES)),
      (secret, encoding, place) => {
        const given = PLACES[place]?.(encoding.encode(secret)) as Report;
        const texts = shown(redactReport(given, createRedactor({ secrets: [secret] })));
        for (const trace of tracesOf(secret, encoding).filter(({ length }) => length > 7)) {
          expect(texts.filter((text) => text.includes(trace))).toEqual([]);
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

test("what the canaries are put into is shown at all", () => {
  const hidden = Object.entries(PLACES).filter(([, put]) => {
    const texts = shown(redactReport(put("canary"), createRedactor()));
    return !texts.some((text) => text.includes("canary"));
  });
  expect(hidden).toEqual([]);
});

describe("a token that a login answers with", () => {
  const login = { ...document, root: withLogin() };
  const cases = (headers: [string, string][], text: string): ReportCase[] => [
    { operation: "logIn", case: "200", request, response: { status: 200, headers, body: body(text) } },
    {
      operation: "getJob",
      case: "200",
      request,
      response: { status: 200, headers: [], body: body(`"t0ken-1234"`) },
    },
  ];

  test.each([
    { name: "in a header", given: cases([["X-Acme-Pass", "t0ken-1234"]], "") },
    { name: "in the body", given: cases([], '{"ticket":{"id":"t0ken-1234"}}') },
  ])("is a secret from then on: $name", ({ given }) => {
    const redactor = createRedactorOf(login);
    expect(redactor.redactText("t0ken-1234")).toBe("t0ken-1234");
    learnTokens(redactor, login, given);
    expect(redactor.redactText("t0ken-1234")).toBe("REDACTED");
  });

  test.each([cases([], "no JSON"), cases([], '{"ticket":1}'), cases([["x-acme-pass", ""]], "")])(
    "or is none",
    (...given) => {
      const redactor = createRedactorOf(login);
      learnTokens(redactor, login, given);
      expect(redactor.redactText("t0ken-1234")).toBe("t0ken-1234");
    },
  );
});

describe("what nobody knows the value of, by its name", () => {
  test.each([
    { name: "an undocumented member", given: { received: 'token: "abc"' }, want: "token: REDACTED" },
    { name: "one that was cut", given: { received: 'token: {"value":"abc…' }, want: "token: REDACTED" },
    { name: "a documented one", given: { at: "#/owner/password", received: '"abc"' }, want: "REDACTED" },
    {
      name: "one of the document's own",
      given: { at: "#/x-acme-token", received: "1234" },
      want: "REDACTED",
    },
    { name: "no credentials", given: { received: "Authorization: Basic …" }, want: "Authorization: Basic …" },
    { name: "nothing", given: { at: "#/password", received: "nothing" }, want: "nothing" },
    { name: "no secret", given: { received: 'name: {"value":"abc"}' }, want: 'name: {"value":"abc"}' },
  ])("$name", ({ given, want }) => {
    const report = reportOf([entryOf({ verdict: "fail", ...given })]);
    expect(redactReport(report, createRedactorOf(document)).checks[0]?.received).toBe(want);
  });
});

test.each([
  { variable: "SETTLED_PASSWORD", want: true },
  { variable: "SETTLED_TOKEN", want: true },
  { variable: "SETTLED_AUTHORIZATION", want: true },
  { variable: "SETTLED_USERNAME", want: false },
  { variable: "ACME_SECRET_KEY", want: true },
  { variable: "ACME_USER", want: false },
  { variable: "ACME_OTHER", want: false },
])("the value of $variable is a secret: $want", ({ variable, want }) => {
  const own = { ...document, root: withLogin() };
  const { redactText } = createRedactorFromEnvironment(own, [], { [variable]: "some-value-1" });
  expect(redactText("some-value-1")).toBe(want ? "REDACTED" : "some-value-1");
});

test("the two halves of an access key are secret together", () => {
  const env = { SETTLED_ACCESS_KEY_ID: "id-of-key", SETTLED_ACCESS_KEY_SECRET: "secret-of-key" };
  const { redactText } = createRedactorFromEnvironment(document, [], env);
  expect(redactText("id-of-key and secret-of-key")).toBe("REDACTED and REDACTED");
});

function withLogin(): typeof document.root {
  const root = structuredClone(document.root);
  const { securitySchemes } = root.components as { securitySchemes: Record<string, object> };
  Object.assign(securitySchemes.AcmeToken ?? {}, {
    "x-session": [
      { login: "logIn", token: "$response.header.X-Acme-Pass" },
      { login: "logIn", token: "$response.body#/ticket/id" },
    ],
    "x-environment": { username: ["ACME_USER"], accessKeySecret: ["ACME_SECRET_KEY"] },
  });
  return root;
}
