import { describe, expect, test } from "vitest";
import {
  answerTo,
  benchOf,
  caseOf,
  complaints,
  documentOf,
  documentOfSchema,
  findingsOf,
  JOB_ID,
  json,
  judgeAnswer,
  VENDOR,
} from "../../test/acme-jobs.ts";
import { createCases } from "../cases/create-cases.ts";
import { replaceAt } from "../document/edit.ts";
import type { Json } from "../document/json.ts";
import { askFor } from "../run/ask-for.ts";
import { runCase } from "../run/run-case.ts";
import { runMutants } from "../run/run-mutants.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";

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
    { at: "#/created-at", given: "2026-11-22t07:10:36z", want: [AS_DOCUMENTED] },
    {
      at: "#/created-at",
      given: "2026-11-22 07:10:36Z",
      want: [["fail", "format date-time", '"2026-11-22 07:10:36Z"', "#/created-at"]],
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

  test("that is nested deeper than there is room for fails, and not for our sake", async () => {
    const body = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const answer = { status: 200, headers: { "content-type": VENDOR }, body };
    const findings = findingsOf(await judgeAnswer(SUCCEEDED, answer), "response-schema");
    expect(findings.map(([verdict]) => verdict)).toEqual(["fail"]);
    expect(JSON.stringify(findings)).not.toContain("call stack");
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
    const headers = { "content-type": "application/json", "content-length": "2" };
    expect(answer).toEqual({ status: 200, headers });
    const judged = await judgeAnswer(testCase, answer, benchOf(document));
    expect(findingsOf(judged, "response-schema")).toEqual([]);
  });
});

describe("parts that describe one nested object together", () => {
  const o = (properties: object, more = {}) => ({ type: "object", properties, ...more });
  const schemas = {
    A: o({ n: o({ a: {} }), s: o({ q: {} }) }),
    B: o({ n: o({ b: {} }) }),
    Both: { allOf: [{ $ref: "#/components/schemas/A" }, o({ n: o({ b: {} }) })] },
    Deep: { allOf: [o({ n: o({ m: o({ a: {} }), k: o({ q: {} }) }) }), o({ n: o({ m: o({ b: {} }) }) })] },
    DeepA: o({ n: o({ m: o({ a: {} }), k: o({ q: {} }) }) }),
    DeepB: o({ n: o({ m: o({ b: {} }) }) }),
    Items: { allOf: [o({ n: { items: o({ a: {} }) } }), o({ n: { items: o({ b: {} }) } })] },
    Lists: { allOf: [{ items: o({ a: {} }) }, { items: o({ b: {} }) }] },
    Tree: {
      allOf: [
        o({ a: {}, n: { $ref: "#/components/schemas/Tree" } }),
        o({ b: {}, n: { $ref: "#/components/schemas/Tree" } }),
      ],
    },
    Strict: { allOf: [o({ n: o({ a: { type: "integer" } }) }), o({ n: o({ b: {} }, { required: ["a"] }) })] },
  };
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const flat = {
    whole: { n: { a: 1, b: 1 }, s: { q: 1 } },
    broken: { "#/n/x": { n: { a: 1, x: 1 } }, "#/s/x": { n: { b: 1 }, s: { x: 1 } }, "#/x": { n: {}, x: 1 } },
  };
  const deep = {
    whole: { n: { m: { a: 1, b: 1 }, k: { q: 1 } } },
    broken: {
      "#/n/m/x": { n: { m: { a: 1, x: 1 } } },
      "#/n/k/x": { n: { k: { x: 1 } } },
      "#/n/x": { n: { x: 1 } },
    },
  };
  const cases: { name: string; schema: object; whole: Json; broken: Record<string, Json> }[] = [
    { name: "both inline", schema: { allOf: [schemas.A, schemas.B] }, ...flat },
    { name: "both by reference", schema: { allOf: [ref("A"), ref("B")] }, ...flat },
    { name: "one inline, one by reference", schema: { allOf: [ref("A"), schemas.B] }, ...flat },
    { name: "one by reference, one inline", schema: { allOf: [schemas.A, ref("B")] }, ...flat },
    { name: "one beside the reference to the other", schema: { ...schemas.B, ...ref("A") }, ...flat },
    { name: "one beside the list of the other", schema: { ...schemas.B, allOf: [ref("A")] }, ...flat },
    { name: "behind a reference", schema: ref("Both"), ...flat },
    {
      name: "in a list of a list",
      schema: { allOf: [{ allOf: [ref("A")] }, { allOf: [{ allOf: [ref("B")] }] }] },
      ...flat,
    },
    { name: "and a third", schema: { allOf: [ref("Both"), o({ n: o({ c: {} }) })] }, ...flat },
    { name: "two levels deep, inline", schema: schemas.Deep, ...deep },
    { name: "two levels deep, by reference", schema: { allOf: [ref("DeepA"), ref("DeepB")] }, ...deep },
    { name: "two levels deep, behind a reference", schema: ref("Deep"), ...deep },
    {
      name: "in a branch of a choice",
      schema: { anyOf: [ref("Both"), o({ other: {} })] },
      whole: flat.whole,
      broken: { "#/x": { other: 1, x: 1 } },
    },
    {
      name: "as items of a member",
      schema: ref("Items"),
      whole: { n: [{ a: 1, b: 1 }] },
      broken: { "#/n/1/x": { n: [{ a: 1 }, { x: 1 }] }, "#/x": { n: [], x: 1 } },
    },
    {
      name: "as items of the body",
      schema: ref("Lists"),
      whole: [{ a: 1, b: 1 }],
      broken: { "#/0/x": [{ a: 1, x: 1 }] },
    },
    {
      name: "at each turn of a recursion",
      schema: ref("Tree"),
      whole: { a: 1, b: 1, n: { a: 1, b: 1, n: { b: 1 } } },
      broken: { "#/n/n/x": { a: 1, n: { n: { x: 1 } } }, "#/n/x": { a: 1, n: { x: 1 } } },
    },
    {
      name: "and one of them used on its own, too",
      schema: o({ both: ref("Both"), one: ref("A") }),
      whole: { both: { n: { b: 1 } }, one: { n: { a: 1 } } },
      broken: { "#/one/n/b": { one: { n: { b: 1 } } }, "#/both/n/x": { both: { n: { x: 1 } } } },
    },
    {
      name: "and a reference into one of them",
      schema: o({ both: ref("Both"), part: ref("Both/allOf/1/properties/n") }),
      whole: { both: { n: { a: 1 } }, part: { b: 1 } },
      broken: { "#/part/x": { part: { x: 1 } } },
    },
  ];

  test.each(cases)("$name: no false alarm, and no stranger", async ({ schema, whole, broken }) => {
    const things = documentOfSchema(schema, { schemas });
    const on = benchOf(things);
    const testCase = caseOf("getThing", "200", things);
    const failuresOn = async (body: Json) => {
      const findings = findingsOf(await judgeAnswer(testCase, json(200, body), on), "response-schema");
      return findings.filter(([verdict]) => verdict === "fail").map(([, expected, , at]) => [expected, at]);
    };
    expect(await failuresOn(whole)).toEqual([]);
    for (const [at, body] of Object.entries(broken)) expect(await failuresOn(body)).toEqual([[STRANGER, at]]);
  });

  test("hold each for itself, and say it once", async () => {
    const things = documentOfSchema({ allOf: [ref("Strict"), ref("A")] }, { schemas });
    const judged = await judgeAnswer(
      caseOf("getThing", "200", things),
      json(200, { n: { a: "x", b: 1, x: 1 } }),
      benchOf(things),
    );
    expect(findingsOf(judged, "response-schema")).toEqual([
      ["fail", "type integer", '"x"', "#/n/a"],
      ["fail", STRANGER, "x: 1", "#/n/x"],
    ]);
    const other = await judgeAnswer(caseOf("getThing", "200", things), json(200, { n: 5 }), benchOf(things));
    expect(findingsOf(other, "response-schema")).toEqual([["fail", "type object", "5", "#/n"]]);
  });
});

describe("a success that has no documented sample", () => {
  const schemas = {
    Base: { type: "object", properties: { id: {} } },
    Thing: {
      allOf: [
        { $ref: "#/components/schemas/Base" },
        { properties: { name: {}, inner: { properties: { a: {} } } } },
      ],
    },
  };
  const PASS = ["pass", "a body of application/json", "as documented"];
  const NONE = ["vacuous", "some of the documented members id, name, inner", "none of them"];
  const thing = { $ref: "#/components/schemas/Thing" };
  test.each<{ name: string; schema: object; given: Json; want: unknown[][] }>([
    { name: "shows no documented member", schema: thing, given: {}, want: [NONE] },
    { name: "shows one", schema: thing, given: { name: null }, want: [PASS] },
    { name: "shows one of the base", schema: thing, given: { id: 1 }, want: [PASS] },
    {
      name: "shows a stranger alone",
      schema: thing,
      given: { x: 1 },
      want: [["fail", STRANGER, "x: 1", "#/x"], NONE],
    },
    { name: "documents no member", schema: { type: "object" }, given: {}, want: [PASS] },
    { name: "is a list without items", schema: { type: "array", items: thing }, given: [], want: [PASS] },
    { name: "is no object", schema: { type: "integer" }, given: 0, want: [PASS] },
    {
      name: "documents members in branches alone",
      schema: { anyOf: [thing, { type: "object" }] },
      given: {},
      want: [PASS],
    },
  ])("$name", async ({ schema, given, want }) => {
    const things = documentOfSchema(schema, { schemas });
    const judged = await judgeAnswer(caseOf("getThing", "200", things), json(200, given), benchOf(things));
    expect(findingsOf(judged, "response-schema")).toEqual(want);
  });

  test("but an error may be empty", async () => {
    const content = { "application/json": { schema: thing } };
    const things = documentOf({ responses: { "404": { description: "", content } } }, { schemas });
    const judged = await judgeAnswer(caseOf("getThing", "404", things), json(404, {}), benchOf(things));
    expect(findingsOf(judged, "response-schema")).toEqual([PASS]);
  });
});

describe("a body that may be missing", () => {
  const content = {
    "application/json": { schema: { type: "object", properties: { a: {} } }, example: { a: 1 } },
  };
  const documentThat = (more: object) =>
    documentOf({ responses: { "200": { description: "", content, ...more } } });
  const empty = { status: 200, headers: {} };
  test.each([
    {
      name: "is missing",
      more: { "x-body-optional": true },
      given: empty,
      want: { type: [["pass", "no body, or one of a documented type", "no body"]], schema: [] },
    },
    {
      name: "is there",
      more: { "x-body-optional": true },
      given: json(200, { a: 1 }),
      want: {
        type: [["pass", "application/json", "application/json"]],
        schema: [["pass", "a body of application/json", "as documented"]],
      },
    },
    {
      name: "is there, but wrong",
      more: { "x-body-optional": true },
      given: json(200, { a: 1, b: 2 }, "text/html"),
      want: {
        type: [["fail", "application/json", "text/html"]],
        schema: [["fail", STRANGER, "b: 2", "#/b"]],
      },
    },
    {
      name: "is missing, though the document does not say that it may be",
      more: {},
      given: empty,
      want: {
        type: [["fail", "application/json", "no Content-Type header"]],
        schema: [["fail", "a body of application/json", "an empty body"]],
      },
    },
    {
      name: "is missing, though the document says that it may not be",
      more: { "x-body-optional": false },
      given: json(200, ""),
      want: {
        type: [["pass", "application/json", "application/json"]],
        schema: [["fail", "a body of application/json", "an empty body"]],
      },
    },
  ])("$name", async ({ more, given, want }) => {
    const things = documentThat(more);
    const judged = await judgeAnswer(caseOf("getThing", "200 example", things), given, benchOf(things));
    expect({
      type: findingsOf(judged, "content-type"),
      schema: findingsOf(judged, "response-schema"),
    }).toEqual(want);
  });

  test.each([
    { more: { "x-body-optional": true }, want: ["200 example", "200 no-body"] },
    { more: {}, want: ["200 example"] },
  ])("is a case of its own: $more", async ({ more, want }) => {
    const things = documentThat(more);
    const cases = createCases(things);
    expect(cases.map(({ name }) => name)).toEqual(want);
    const runs = await Promise.all(
      cases.map((testCase) => runCase({ ...benchOf(things), targetHeaders: askFor }, testCase)),
    );
    expect(runs.flatMap(({ judged }) => complaints(judged))).toEqual([]);
    expect(runs.map(({ exchange }) => exchange.response?.body.length)).toEqual([7, 0].slice(0, want.length));
    // An empty body is no broken one here, so that no mutant of it survives.
    const broken = await runMutants(benchOf(things), createDocumentedAnswers(things));
    expect(broken.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
    expect(broken.some(({ mutant }) => mutant === "text-empty")).toBe(want.length === 1);
  });
});

describe("a media type range", () => {
  const thing = { type: "object", properties: { id: { type: "integer" } } };
  const other = { type: "object", properties: { id: { type: "string" } } };
  const type = "application/json";

  test.each([
    {
      name: "is judged by what came",
      content: { "*/*": { schema: thing } },
      given: { id: "1" },
      want: ["fail"],
    },
    {
      name: "lets pass what is right",
      content: { "*/*": { schema: thing } },
      given: { id: 1 },
      want: ["pass"],
    },
    {
      name: "of one kind, likewise",
      content: { "application/*": { schema: thing } },
      given: { id: "1" },
      want: ["fail"],
    },
    {
      name: "counts less than the type itself",
      content: { "*/*": { schema: other }, "application/*": { schema: other }, [type]: { schema: thing } },
      given: { id: 1 },
      want: ["pass"],
    },
  ])("$name", async ({ content, given, want }) => {
    const document = documentOf({ responses: { "200": { description: "", content } } });
    const judged = await judgeAnswer(
      caseOf("getThing", "200", document),
      json(200, given),
      benchOf(document),
    );
    expect(findingsOf(judged, "response-schema").map(([verdict]) => verdict)).toEqual(want);
  });
});

describe("plain text", () => {
  const states = { type: "string", enum: ["UP", "DOWN"] };
  test.each([
    { schema: states, given: "UP", want: [] },
    { schema: states, given: "DOWN\n", want: [] },
    { schema: states, given: "BROKEN", want: [["fail", 'text/plain: one of "UP", "DOWN"', '"BROKEN"', "#"]] },
    { schema: { type: "integer" }, given: "42", want: [] },
    {
      schema: { type: "integer" },
      given: "many",
      want: [["fail", "text/plain: type integer", '"many"', "#"]],
    },
    { schema: { type: "object" }, given: "anything", want: [] },
  ])("$given of $schema", async ({ schema, given, want }) => {
    const content = { "text/plain": { schema } };
    const document = documentOf({ responses: { "200": { description: "", content } } });
    const answer = { status: 200, headers: { "content-type": "text/plain" }, body: given };
    const judged = await judgeAnswer(caseOf("getThing", "200", document), answer, benchOf(document));
    expect(findingsOf(judged, "response-schema")).toEqual(want);
  });
});
