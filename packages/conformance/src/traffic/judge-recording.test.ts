import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bench, document } from "../../test/acme-jobs.ts";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { finishReport } from "../report/finish-report.ts";
import { formatJson } from "../report/format-json.ts";
import { type JudgeRecordingOptions, judgeRecording } from "./judge-recording.ts";
import { openRecording } from "./open-recording.ts";

const folder = sharedFolder();

const harOf = (name: string) => fileURLToPath(new URL(`../../fixtures/har/${name}.har`, import.meta.url));

async function judgeFile(path: string, options: Partial<JudgeRecordingOptions> = {}) {
  const { row, proved } = await judgeRecording(await openRecording(path), { ...bench, ...options });
  const entries = row.report.checks.map((entry) => ({ ...entry, received: entry.received }));
  const of = (verdict: string) => entries.filter((entry) => entry.verdict === verdict);
  const telling = ["fail", "vacuous", "error"].flatMap(of);
  return {
    row,
    proved,
    judged: row.cases,
    telling: telling.map((one) => [one.check, one.operation, one.case, one.expected, one.received]),
    apart: of("skip").map(({ received }) => received),
  };
}

describe("what recorders export", () => {
  test.each([
    {
      name: "chrome",
      judged: 3,
      telling: [["response-schema", "getHealth", "200", "#/healthy type boolean", '"yes"']],
      apart: [
        "no documented operation: GET /app.js",
        "a CORS preflight",
        "from the browser's cache",
        "no answer was recorded",
        "a WebSocket",
      ],
    },
    { name: "firefox", judged: 3, telling: [], apart: ["not modified: a cache had the body"] },
    { name: "safari", judged: 1, telling: [], apart: ["no HTTP", "no answer was recorded"] },
    {
      name: "charles",
      judged: 2,
      telling: [
        ["request", "findJobs", "200", "body #/Limit (must be <= 100)", "1000"],
        [
          "authentication",
          "findJobs",
          "200",
          "Authorization: ACME-HMAC-SHA256 …",
          "Authorization: Acme-Signature …",
        ],
      ],
      apart: ["a tunnel"],
    },
    {
      name: "mitmproxy",
      judged: 3,
      telling: [["status-code", "getHealth", "404", "one of the documented statuses: 200, 503", "404"]],
      apart: [],
    },
  ])("$name", async ({ name, judged, telling, apart }) => {
    const got = await judgeFile(harOf(name));
    expect([got.judged, got.telling, got.apart]).toEqual([judged, telling, apart]);
  });

  test("is told without the secrets in it", async () => {
    const { row } = await judgeFile(harOf("charles"));
    const report = formatJson([await finishReport(row, document, [{ reporter: "json" }])]);
    expect(report).not.toMatch(/c4n4ry|YWRhOmM0/);
  });
});

/** A HAR of requests that were answered as they were. */
async function harWith(
  name: string,
  entries: readonly { url: string; status?: number; body?: string; at?: number }[],
) {
  const log = {
    entries: entries.map(
      ({ url, status = 200, body = '{"healthy":true,"since":"2026-11-22T07:10:36Z"}', at = 0 }) => ({
        startedDateTime: new Date(Date.UTC(2026, 10, 22) + at).toISOString(),
        time: 5,
        request: { method: "GET", url, headers: [] },
        response: {
          status,
          headers: [{ name: "content-type", value: "application/json" }],
          content: { size: Buffer.byteLength(body), text: body },
        },
      }),
    ),
  };
  const path = join(folder, `${name}.har`);
  await writeFile(path, JSON.stringify({ log }));
  return path;
}

const AT = "https://jobs.acme.example/tenants/main/v3";

test("the same finding of many exchanges is told once, with how often it was seen", async () => {
  const url = `${AT}/health`;
  const path = await harWith("many", [
    ...Array.from({ length: 5 }, (_, at) => ({
      url,
      at,
      body: `{"healthy":${at},"since":"2026-11-22T07:10:36Z"}`,
    })),
    { url, at: 100 },
  ]);
  const { row, judged } = await judgeFile(path);
  const [finding, ...others] = row.report.checks.filter(({ verdict }) => verdict === "fail");
  expect(finding).toMatchObject({ check: "response-schema", received: "0", times: 5 });
  expect([judged, others, row.duration, row.report.startedAt]).toEqual([
    6,
    [],
    105,
    "2026-11-22T00:00:00.000Z",
  ]);
});

describe("what no document knows", () => {
  const urls = [`${AT}/health`, `${AT}/things/1`, `${AT}/things/2`, "https://other.example/things"];
  test.each([
    {
      name: "is told apart",
      options: {},
      want: [
        ["skip", `no documented operation: GET /tenants/main/v3/things/*, 2 times`],
        ["skip", "no documented operation: GET /things"],
      ],
    },
    {
      name: "fails, if it must",
      options: { strict: true },
      want: [
        ["fail", `no documented operation: GET /tenants/main/v3/things/*, 2 times`],
        ["fail", "no documented operation: GET /things"],
      ],
    },
    {
      name: "is left out, where it is of another service",
      options: { url: AT, strict: true },
      want: [
        ["fail", `no documented operation: GET /tenants/main/v3/things/*, 2 times`],
        ["skip", "of another service"],
      ],
    },
  ])("$name", async ({ options, want }) => {
    const path = await harWith(
      "unknown",
      urls.map((url) => ({ url })),
    );
    const { row } = await judgeFile(path, options);
    const apart = row.report.checks.filter(({ verdict }) => verdict !== "pass");
    expect(apart.map(({ verdict, received }) => [verdict, received])).toEqual(want);
  });
});

test("a report of nothing is of the time at which it was asked for", async () => {
  const path = await harWith("elsewhere", [{ url: "https://elsewhere.example/index.html" }]);
  const before = new Date().toISOString();
  const { row, judged } = await judgeFile(path);
  expect([judged, row.report.startedAt >= before]).toEqual([0, true]);
});

test("a service that stands behind a prefix is found by its URL", async () => {
  const path = await harWith("prefix", [{ url: "https://gateway.example/acme/health" }]);
  expect((await judgeFile(path)).judged).toBe(0);
  expect((await judgeFile(path, { url: "https://gateway.example/acme" })).judged).toBe(1);
});

const HEADER =
  '{"cassette":1,"kind":"traffic","document":"x","target":"https://x.example","startedAt":"2026-11-22T00:00:00Z"}\n';

test.each([
  { responseBody: "missing", want: [] },
  {
    responseBody: "miscoded",
    want: ["a body that is coded as its Content-Encoding says", "one that is not gzip"],
  },
])("of a body that is $responseBody no more is said than is known", async ({ responseBody, want }) => {
  const path = join(folder, "unread.jsonl");
  const headers = Object.entries({ "content-type": "application/json", "content-encoding": "gzip" });
  const request = { method: "GET", url: `${AT}/health`, headers: [], sentAt: 0 };
  await writeFile(
    path,
    HEADER + JSON.stringify({ request, response: { status: 200, headers }, responseBody }),
  );
  const { judged, telling } = await judgeFile(path);
  expect(judged).toBe(1);
  expect(telling).toEqual(want.length === 0 ? [] : [["response-schema", "getHealth", "200", ...want]]);
});

describe("what is no recording", () => {
  test.each([
    { name: "text", given: "hello", want: /is no HAR 1.2 file: it has no log.entries/ },
    { name: "a HAR that breaks off", given: '{"log":{"entries":[{"request":{', want: /it breaks off/ },
    { name: "nothing", given: " \n", want: /broken is empty/ },
    { name: "a packed HAR", given: gzipSync("{}"), want: /broken is packed with gzip\n.*\n.*gunzip/ },
    { name: "a HAR in UTF-16", given: Buffer.from('\uFEFF{"log":{}}', "utf16le"), want: /broken is UTF-16/ },
    {
      name: "a HAR with an entry that is no JSON, of which nothing is shown",
      given: '{"log":{"entries":[{"token": not-a-token}]}}',
      want: /^[^\n]*is no HAR 1.2 file: no JSON: "n" in line 1, column 11, where a value belongs\n/,
    },
    {
      name: "a cassette of nobody's",
      given: '{"cassette":1}\n',
      want: /no cassette: its document has no name/,
    },
    {
      name: "a cassette that names a file elsewhere",
      given: HEADER.replace('"document"', '"source":"../../elsewhere","document"'),
      want: /no cassette: its document is not below this folder/,
    },
    { name: "a cassette of no service", given: HEADER.replace("https:", ""), want: /its target is no URL/ },
    {
      name: "a cassette of no kind",
      given: HEADER.replace("traffic", "x"),
      want: /its kind is none of live, /,
    },
    { name: "a cassette without a time", given: HEADER.replace("2026", "x"), want: /when it was started/ },
    {
      name: "a cassette of a number",
      given: HEADER.replace(/"2026[^"]*"/, "7"),
      want: /when it was started/,
    },
    {
      name: "a line that is no object",
      given: `${HEADER}null\n`,
      want: /no line of a cassette: no object\n.*broken:2\n/,
    },
    { name: "a line without a request", given: `${HEADER}{}\n`, want: /no line of a cassette: no request/ },
    {
      name: "a line with a request to nowhere",
      given: `${HEADER}{"request":{"method":"GET","url":"x","headers":[],"sentAt":0}}\n`,
      want: /request is not as settled writes it/,
    },
    {
      name: "a line with headers that are no list",
      given: `${HEADER}{"request":{"method":"GET","url":"https://x.example","headers":5,"sentAt":0}}\n`,
      want: /request is not as settled writes it/,
    },
    {
      name: "a line with verdicts of nobody's",
      given: `${HEADER}{"unjudged":"x","all":[{"check":"nonsense"}]}\n`,
      want: /all is not as settled writes it/,
    },
    { name: "an end of nothing", given: `${HEADER}{"end":{}}\n`, want: /an end that does not say of what/ },
    {
      name: "two cassettes in one file",
      given: `${HEADER}{"unjudged":"x"}\n${HEADER}{"unjudged":"y"}\n`,
      want: /another cassette begins here\n.*broken:3\n/,
    },
    {
      name: "what follows its end",
      given: `${HEADER}{"end":{"cases":0,"duration":0,"proved":true,"report":{}}}\n{"unjudged":"x"}\n`,
      want: /it follows the end of the run\n.*broken:3\n/,
    },
    {
      name: "a case of another document",
      given: `${HEADER.replace("traffic", "live")}{"case":{"operation":"theirs","name":"200","arguments":{}},"request":{"method":"GET","url":"https://x.example","headers":[],"sentAt":0}}\n`,
      want: /acme-jobs has no operation theirs, which the cassette has an exchange of/,
    },
    {
      name: "a cassette that is broken before its end",
      given: `${HEADER}{"request":\n{"unjudged":"x"}\n`,
      want: /no line of a cassette/,
    },
  ])("$name", async ({ given, want }) => {
    const path = join(folder, "broken");
    await writeFile(path, given);
    await expect(judgeFile(path)).rejects.toThrow(want);
  });

  test("but a cassette with a byte order mark is one", async () => {
    const path = join(folder, "marked.jsonl");
    await writeFile(path, `\uFEFF${HEADER}{"unjudged":"x"}\n`);
    expect((await judgeFile(path)).apart).toEqual(["x"]);
  });

  test("but a cassette whose last line was being written when its writer was killed is one", async () => {
    const path = join(folder, "torn.jsonl");
    await writeFile(path, `${HEADER}{"unjudged":"x"}\n{"request":`);
    expect((await judgeFile(path)).apart).toEqual(["x"]);
  });

  test("a file that is not there", async () => {
    await expect(openRecording(join(folder, "nowhere"))).rejects.toThrow(/cannot read .*: ENOENT/);
  });
});
