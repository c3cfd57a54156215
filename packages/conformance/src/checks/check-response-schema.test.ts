import { describe, expect, test } from "vitest";
import {
  answerTo,
  benchOf,
  caseOf,
  documentOf,
  documentOfSchema,
  findingsOf,
  JOB_ID,
  json,
  judgeAnswer,
  VENDOR,
} from "../../test/acme-jobs.ts";
import { replaceAt } from "../document/edit.ts";
import type { Json } from "../document/json.ts";

const SUCCEEDED = caseOf("getJob", "200 succeeded");
const JOB = SUCCEEDED.sample as Json;
const AS_DOCUMENTED = ["pass", `a body of ${VENDOR}`, "as documented"];
const STRANGER = "documented members only";

describe("a value that is changed", () => {
  test.each<{ at: string; given: Json; want: unknown[][] }>([
    { at: "#/percent", given: 0, want: [AS_DOCUMENTED] },
    { at: "#/percent", given: -1, want: [["fail", "must be >= 0", "-1", "#/percent"]] },
    { at: "#/percent", given: 101, want: [["fail", "must be <= 100", "101", "#/percent"]] },
    { at: "#/percent", given: "50", want: [["fail", "type integer", '"50"', "#/percent"]] },
    { at: "#/percent", given: 1.5, want: [["fail", "type integer", "1.5", "#/percent"]] },
    { at: "#/percent", given: null, want: [["fail", "type integer", "null", "#/percent"]] },
    { at: "#/job-id", given: "f61d60d2", want: [["fail", "format uuid", '"f61d60d2"', "#/job-id"]] },
    {
      at: "#/job-id",
      given: `urn:uuid:${JOB_ID}`,
      want: [["fail", "format uuid", `"urn:uuid:${JOB_ID}"`, "#/job-id"]],
    },
    { at: "#/created-at", given: "2026-11-22T07:10:36+01:00", want: [AS_DOCUMENTED] },
    {
      at: "#/created-at",
      given: "2026-11-22 07:10",
      want: [["fail", "format date-time", '"2026-11-22 07:10"', "#/created-at"]],
    },
    { at: "#/name", given: "Ärger$9", want: [AS_DOCUMENTED] },
    {
      at: "#/name",
      given: "9lives",
      want: [["fail", "pattern ^[\\p{L}_$][\\p{L}0-9_$]*$", '"9lives"', "#/name"]],
    },
    { at: "#/sealed", given: "true", want: [["fail", "type boolean", '"true"', "#/sealed"]] },
    { at: "#/owner", given: [], want: [["fail", "type object", "[]", "#/owner"]] },
    { at: "#/owner/team", given: null, want: [["fail", "type object", "null", "#/owner/team"]] },
    {
      at: "#/owner/name",
      given: "A".repeat(41),
      want: [["fail", "must NOT have more than 40 characters", `"${"A".repeat(41)}"`, "#/owner/name"]],
    },
    { at: "#/attempts", given: {}, want: [["fail", "type array", "{}", "#/attempts"]] },
    {
      at: "#/attempts/1/number",
      given: 2 ** 31,
      want: [["fail", "format int32", "2147483648", "#/attempts/1/number"]],
    },
    {
      at: "#/state",
      given: "done",
      want: [
        ["fail", 'one of "QUEUED", "RUNNING", "ON_HOLD", "DONE", "FAILED", "CANCELED"', '"done"', "#/state"],
      ],
    },
    { at: "#/labels/colour", given: 1, want: [["fail", "type string", "1", "#/labels/colour"]] },
  ])("$at $given", async ({ at, given, want }) => {
    const judged = await judgeAnswer(SUCCEEDED, json(200, replaceAt(JOB, at, given), VENDOR));
    expect(findingsOf(judged, "response-schema")).toEqual(want);
  });
});

describe("a member that is not documented is named once, where it is", () => {
  test.each<{ at: string; given: Json; received: string }>([
    { at: "#/stranger", given: 1, received: "stranger: 1" },
    { at: "#/stranger", given: null, received: "stranger: null" },
    { at: "#/constructor", given: "x", received: 'constructor: "x"' },
    { at: "#/__proto__", given: { x: 1 }, received: '__proto__: {"x":1}' },
    { at: "#/owner/stranger", given: 1, received: "stranger: 1" },
    { at: "#/owner/team/stranger", given: [], received: "stranger: []" },
    { at: "#/attempts/1/stranger", given: {}, received: "stranger: {}" },
    { at: "#/output/files/0/stranger", given: 1, received: "stranger: 1" },
    { at: "#/source/stranger", given: 1, received: "stranger: 1" },
    { at: "#/a~1b", given: 1, received: "a/b: 1" },
  ])("$at", async ({ at, given, received }) => {
    const judged = await judgeAnswer(SUCCEEDED, json(200, replaceAt(JOB, at, given), VENDOR));
    expect(findingsOf(judged, "response-schema")).toEqual([["fail", STRANGER, received, at]]);
  });

  test.each([
    { name: "in an error, under allOf", at: "#/hint" },
    { name: "in an item of an error, under allOf", at: "#/details/0/hint" },
  ])("$name", async ({ at }) => {
    const body = { code: "BadDepth", message: "m", details: [{ field: "depth" }] };
    const judged = await judgeAnswer(
      caseOf("getJob", "400 BadDepth"),
      json(400, replaceAt(body, at, "x"), VENDOR),
    );
    expect(findingsOf(judged, "response-schema")).toEqual([["fail", STRANGER, 'hint: "x"', at]]);
  });

  test("beside other faults of the same object", async () => {
    const body = replaceAt(replaceAt(JOB, "#/percent", -1), "#/owner/team/stranger", 1);
    const judged = await judgeAnswer(SUCCEEDED, json(200, replaceAt(body, "#/stranger", 1), VENDOR));
    expect(findingsOf(judged, "response-schema").map(([, , , at]) => at)).toEqual([
      "#/percent",
      "#/owner/team/stranger",
      "#/stranger",
    ]);
  });

  test("a member of one branch in an object of the other", async () => {
    const body = replaceAt(JOB, "#/source", { path: "/in", etag: "1" });
    const judged = await judgeAnswer(SUCCEEDED, json(200, body, VENDOR));
    expect(findingsOf(judged, "response-schema")).toEqual([["fail", STRANGER, 'etag: "1"', "#/source/etag"]]);
  });

  test("in the depth of a recursive schema", async () => {
    const plan = { title: "all", weight: 1, steps: [{ title: "a", steps: [{ title: "b", cost: 1 }] }] };
    const judged = await judgeAnswer(caseOf("getPlan", "200 nested"), json(200, plan));
    expect(findingsOf(judged, "response-schema")).toEqual([
      ["fail", STRANGER, "cost: 1", "#/steps/0/steps/0/cost"],
    ]);
  });
});

describe("no false alarm", () => {
  test.each<{ name: string; at: string; given: Json }>([
    { name: "any name where names are free", at: "#/labels/anything at all", given: "x" },
    { name: "either branch of a choice", at: "#/source", given: { path: "/in" } },
    { name: "the optional member of a branch", at: "#/source", given: { url: "x:", etag: "2" } },
    { name: "an empty list", at: "#/attempts", given: [] },
    { name: "the end of int64", at: "#/output/rows", given: 1 },
  ])("$name", async ({ at, given }) => {
    const judged = await judgeAnswer(SUCCEEDED, json(200, replaceAt(JOB, at, given), VENDOR));
    expect(findingsOf(judged, "response-schema")).toEqual([AS_DOCUMENTED]);
  });

  const open = { type: "object", additionalProperties: true, properties: { a: {} } };
  const branches = [
    { type: "object", required: ["a"], properties: { a: { type: "string" } } },
    { type: "object", required: ["b"], properties: { b: { type: "string" } } },
  ];
  test.each<{ name: string; schema: object; given: Json }>([
    { name: "an object that says it is open", schema: open, given: { a: 1, b: 2 } },
    { name: "an object without documented members", schema: { type: "object" }, given: { b: 2 } },
    { name: "members by pattern", schema: { patternProperties: { "^x": {} } }, given: { x1: 2 } },
    { name: "oneOf", schema: { oneOf: branches }, given: { b: "x" } },
    {
      name: "members beside oneOf",
      schema: { oneOf: branches, properties: { c: {} } },
      given: { b: "x", c: 1 },
    },
    {
      name: "members beside a reference",
      schema: { $ref: "#/components/schemas/Base", properties: { own: {} } },
      given: { own: 1, base: 2 },
    },
    {
      name: "a part of allOf that is used on its own elsewhere",
      schema: {
        properties: {
          both: { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { c: {} } }] },
          one: { $ref: "#/components/schemas/Base" },
        },
      },
      given: { both: { base: 1, c: 2 }, one: { base: 1 } },
    },
  ])("$name", async ({ schema, given }) => {
    const document = documentOfSchema(schema, { schemas: { Base: { properties: { base: {} } } } });
    const judged = await judgeAnswer(
      caseOf("getThing", "200", document),
      json(200, given),
      benchOf(document),
    );
    expect(findingsOf(judged, "response-schema")).toEqual([
      ["pass", "a body of application/json", "as documented"],
    ]);
  });
});

describe("numbers are judged as they are written", () => {
  const document = documentOfSchema({
    type: "object",
    properties: { long: { type: "integer", format: "int64" }, short: { type: "integer", format: "int32" } },
  });
  const on = benchOf(document);
  test.each([
    { given: '{"long":9223372036854775807}', want: [] },
    { given: '{"long":-9223372036854775808}', want: [] },
    { given: '{"long":9007199254740993}', want: [] },
    { given: '{"long":9223372036854775808}', want: ["format int64"] },
    { given: '{"long":-9223372036854775809}', want: ["format int64"] },
    { given: '{"long":1e25}', want: ["format int64"] },
    { given: '{"long":1e400}', want: ["format int64"] },
    { given: '{"long":1e18}', want: [] },
    { given: '{"short":2147483647}', want: [] },
    { given: '{"short":-2147483648}', want: [] },
    { given: '{"short":2147483648}', want: ["format int32"] },
    { given: '{"short":2147483647.0000000001}', want: ["type integer"] },
    { given: '{"short":2147483647.0}', want: [] },
    { given: '{"short":1e-400}', want: ["type integer"] },
  ])("$given", async ({ given, want }) => {
    const judged = await judgeAnswer(caseOf("getThing", "200", document), json(200, given), on);
    const failures = findingsOf(judged, "response-schema").filter(([verdict]) => verdict === "fail");
    expect(failures.map(([, expected]) => expected)).toEqual(want);
  });
});

describe("the text", () => {
  const twice = "a member that stands twice";
  test.each([
    { given: "", want: ["fail", `a body of ${VENDOR}`, "an empty body"] },
    { given: "\uFEFF{}", want: ["fail", "a JSON text", "the body begins with a byte order mark"] },
    { given: new Uint8Array([0x22, 0xff, 0x22]), want: ["fail", "a JSON text", "the body is not UTF-8"] },
    { given: '{"a":1', want: ["fail", "a JSON text", expect.stringContaining("JSON")] },
    { given: "<!doctype html>", want: ["fail", "a JSON text", expect.stringContaining("JSON")] },
    {
      given: JSON.stringify(JOB).replace("{", '{"state":"FAILED",'),
      want: ["fail", "each member once", twice, "#/state"],
    },
    {
      given: JSON.stringify(JOB).replace('"path":', '"path":1,"path":'),
      want: ["fail", "each member once", twice, "#/output/files/0/path"],
    },
  ])("$given", async ({ given, want }) => {
    const answer = { status: 200, headers: { "content-type": VENDOR }, body: given };
    expect(findingsOf(await judgeAnswer(SUCCEEDED, answer), "response-schema")).toEqual([want]);
  });

  test("of an undocumented type is judged by the documented schema", async () => {
    const judged = await judgeAnswer(SUCCEEDED, json(200, replaceAt(JOB, "#/percent", "x"), "text/html"));
    expect(findingsOf(judged, "response-schema")).toEqual([["fail", "type integer", '"x"', "#/percent"]]);
  });
});

describe("a success that proves nothing", () => {
  const half = (shown: number, documented: number) => [
    "vacuous",
    `at least half of the ${documented} members of the documented sample`,
    `${shown} of them`,
  ];
  test.each<{ on: [string, string]; status?: number; given: Json; want: unknown[][] }>([
    { on: ["getHealth", "200 example"], given: {}, want: [half(0, 2)] },
    {
      on: ["getHealth", "200 example"],
      given: { healthy: false },
      want: [["pass", "a body of application/json", "as documented"]],
    },
    {
      on: ["getHealth", "200 example"],
      given: { error: { code: "Broken" } },
      want: [["fail", STRANGER, 'error: {"code":"Broken"}', "#/error"], half(0, 2)],
    },
    { on: ["getPlan", "200 nested"], given: { title: "all" }, want: [half(1, 8)] },
    { on: ["getPlan", "200 nested"], given: { title: "all", steps: [{}] }, want: [half(2, 8)] },
    {
      on: ["getPlan", "200 nested"],
      given: { title: "all", weight: 1, steps: [{ title: "a" }] },
      want: [["pass", "a body of application/json", "as documented"]],
    },
    { on: ["findJobs", "200 found"], given: { retCode: "0" }, want: [half(1, 7)] },
    // An error in the band of a success needs no outcome.
    {
      on: ["findJobs", "200 2002"],
      given: { retCode: "2002" },
      want: [["pass", "a body of application/json", "as documented"]],
    },
    // An error need not be long.
    {
      on: ["getPlan", "404 JobNotFound"],
      status: 404,
      given: { code: "JobNotFound" },
      want: [["pass", "a body of application/json", "as documented"]],
    },
  ])("$on.0 $on.1 $given", async ({ on: [operation, name], status = 200, given, want }) => {
    const judged = await judgeAnswer(caseOf(operation, name), json(status, given));
    expect(findingsOf(judged, "response-schema")).toEqual(want);
  });

  test.each<{ given: Json }>([{ given: {} }, { given: { error: "Broken" } }])(
    "$given lacks what the job requires, too",
    async ({ given }) => {
      const judged = await judgeAnswer(SUCCEEDED, json(200, given, VENDOR));
      const verdicts = findingsOf(judged, "response-schema").map(([verdict]) => verdict);
      expect(new Set(verdicts)).toEqual(new Set(["fail", "vacuous"]));
    },
  );
});

describe("says nothing", () => {
  test.each([
    { name: "of text", on: ["getLog", "200 example"], given: json(200, "x", "text/plain") },
    { name: "of no content", on: ["cancelJob", "204"], given: { status: 204, headers: {} } },
    { name: "of an undocumented status", on: ["getJob", "200 succeeded"], given: json(418, "{") },
  ])("$name", async ({ on: [operation = "", name = ""], given }) => {
    expect(findingsOf(await judgeAnswer(caseOf(operation, name), given), "response-schema")).toEqual([]);
  });

  test("of the content that a HEAD leaves out", async () => {
    const content = { "application/json": { schema: { type: "object" } } };
    const document = documentOf(
      { responses: { "200": { description: "", content } } },
      {},
      { method: "head" },
    );
    const testCase = caseOf("getThing", "200", document);
    const answer = await answerTo(testCase, document);
    expect(answer).toEqual({ status: 200, headers: { "content-type": "application/json" } });
    const judged = await judgeAnswer(testCase, answer, benchOf(document));
    expect(findingsOf(judged, "response-schema")).toEqual([]);
  });
});
