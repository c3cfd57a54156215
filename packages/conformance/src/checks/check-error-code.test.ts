import { describe, expect, test } from "vitest";
import {
  type bench,
  benchOf,
  caseOf,
  complaints,
  documentOf,
  findingsOf,
  json,
  judgeAnswer,
  VENDOR,
} from "../../test/acme-jobs.ts";
import { createCases } from "../cases/create-cases.ts";
import type { MediaType } from "../document/document.ts";
import { askFor } from "../run/ask-for.ts";
import { runCase } from "../run/run-case.ts";
import { composeBody } from "../sandbox/compose-body.ts";

const NOT_FOUND = 'one of "JobNotFound", "JobExpired"';
const LOCKED = 'one of "JobLocked", "JobSealed"';

describe("an open list", () => {
  test.each([
    { given: { code: "JobNotFound" }, want: ["pass", '"JobNotFound"', '"JobNotFound"', "#/code"] },
    // Another code of the same status is documented, but it is not the one that was asked for.
    { given: { code: "JobExpired" }, want: ["fail", '"JobNotFound"', '"JobExpired"', "#/code"] },
    { given: { code: "jobnotfound" }, want: ["fail", '"JobNotFound"', '"jobnotfound"', "#/code"] },
    { given: { code: null }, want: ["fail", '"JobNotFound"', "null", "#/code"] },
    { given: { message: "none" }, want: ["vacuous", "an error code at code", "none"] },
    { given: { Code: "JobNotFound" }, want: ["vacuous", "an error code at code", "none"] },
    { given: [], want: ["vacuous", "an error code at code", "none"] },
  ])("asked for one: $given", async ({ given, want }) => {
    const judged = await judgeAnswer(caseOf("getJob", "404 JobNotFound"), json(404, given, VENDOR));
    expect(findingsOf(judged, "error-code")).toEqual([want]);
  });

  // A live service gives what it gives: nobody asked for a code.
  test.each([
    { given: "JobExpired", want: ["pass", '"JobExpired"', '"JobExpired"', "#/code"] },
    {
      given: "JobVanished",
      want: [
        "vacuous",
        `${NOT_FOUND} (the list is open)`,
        '"JobVanished", which is not documented',
        "#/code",
      ],
    },
    {
      given: "BadDepth",
      want: ["fail", NOT_FOUND, '"BadDepth", which is documented for 400', "#/code"],
    },
    {
      given: "JobLocked",
      want: ["fail", NOT_FOUND, '"JobLocked", which is documented for 409', "#/code"],
    },
    { given: "", want: ["fail", NOT_FOUND, '""', "#/code"] },
    { given: 404, want: ["fail", NOT_FOUND, "404", "#/code"] },
    { given: { value: "JobNotFound" }, want: ["fail", NOT_FOUND, '{"value":"JobNotFound"}', "#/code"] },
  ])("asked for none: $given", async ({ given, want }) => {
    const judged = await judgeAnswer(caseOf("getJob", "200 succeeded"), json(404, { code: given }, VENDOR));
    expect(findingsOf(judged, "error-code")).toEqual([want]);
  });
});

describe("a closed list", () => {
  test.each([
    { given: "JobSealed", want: ["pass", '"JobSealed"', '"JobSealed"', "#/code"] },
    { given: "JobBusy", want: ["fail", LOCKED, '"JobBusy"', "#/code"] },
    { given: "JobNotFound", want: ["fail", LOCKED, '"JobNotFound"', "#/code"] },
    { given: null, want: ["fail", LOCKED, "null", "#/code"] },
  ])("$given", async ({ given, want }) => {
    const judged = await judgeAnswer(caseOf("getJob", "200 succeeded"), json(409, { code: given }, VENDOR));
    expect(findingsOf(judged, "error-code")).toEqual([want]);
  });
});

describe("a code in the band of a success", () => {
  const success = { total: 1, status: "Done", hits: [] };
  test.each([
    { on: "200 found", given: { ...success, retCode: "0" }, want: ["pass", '"0"', '"0"', "#/retCode"] },
    { on: "200 found", given: { ...success, retCode: "2001" }, want: ["fail", '"0"', '"2001"', "#/retCode"] },
    { on: "200 found", given: { ...success, retCode: 0 }, want: ["fail", '"0"', "0", "#/retCode"] },
    { on: "200 found", given: success, want: ["vacuous", "an error code at retCode", "none"] },
    { on: "200 2001", given: { retCode: "2001" }, want: ["pass", '"2001"', '"2001"', "#/retCode"] },
    { on: "200 2001", given: { retCode: "2002" }, want: ["fail", '"2001"', '"2002"', "#/retCode"] },
    { on: "200 2001", given: { ...success, retCode: "0" }, want: ["fail", '"2001"', '"0"', "#/retCode"] },
  ])("$on: $given", async ({ on, given, want }) => {
    const judged = await judgeAnswer(caseOf("findJobs", on), json(200, given));
    expect(findingsOf(judged, "error-code")).toEqual([want]);
  });
});

test.each([
  { name: "a schema without a code", on: ["getLatestJob", "500 example"], given: json(500, { code: "X" }) },
  { name: "a body that is no JSON", on: ["getJob", "404 JobNotFound"], given: json(404, "{", VENDOR) },
  { name: "a success without a code", on: ["getJob", "200 succeeded"], given: json(200, {}, VENDOR) },
])("says nothing of $name", async ({ on: [operation = "", name = ""], given }) => {
  expect(findingsOf(await judgeAnswer(caseOf(operation, name), given), "error-code")).toEqual([]);
});

test.each([
  { name: "a number", code: { enum: [40400, 40401] }, at: "#/code" },
  { name: "text", code: { enum: ["a", "b"] }, at: "#/code" },
])("a code that is $name is asked for, synthesised and recognised", async ({ code }) => {
  const schema = { type: "object", properties: { code: { ...code, "x-lro-error-code": true } } };
  const document = errorDocument(schema, { code: code.enum[0] });
  expect(await runAll(document)).toEqual([["error-code"], ["error-code"]]);
});

test("codes of items are all judged", async () => {
  const code = { enum: ["Small", "Late"], "x-lro-error-code": true };
  const item = { type: "object", properties: { code } };
  const schema = { type: "object", properties: { errors: { type: "array", items: item } } };
  const document = errorDocument(schema, { errors: [{ code: "Small" }] });
  expect(await runAll(document)).toEqual([["error-code"], ["error-code"]]);
  const answer = json(404, { errors: [{ code: "Late" }, { code: "Early" }] });
  const judged = await judgeAnswer(caseOf("getThing", "404 Late", document), answer, benchOf(document));
  expect(findingsOf(judged, "error-code")).toEqual([
    ["pass", '"Late"', '"Late"', "#/errors/0/code"],
    ["fail", '"Late"', '"Early"', "#/errors/1/code"],
  ]);
});

describe("a code of no documented list", () => {
  const withType = (code: object) =>
    errorDocument(
      { type: "object", properties: { code: { ...code, "x-lro-error-code": true } } },
      { code: 7 },
    );
  test.each([
    { code: { type: "integer" }, given: 50010, want: ["pass", "an error code", "50010", "#/code"] },
    { code: { type: "integer" }, given: 0, want: ["pass", "an error code", "0", "#/code"] },
    { code: { type: "integer" }, given: null, want: ["fail", "an error code", "null", "#/code"] },
    { code: { type: "integer" }, given: {}, want: ["fail", "an error code", "{}", "#/code"] },
    { code: { type: "integer" }, given: true, want: ["fail", "an error code", "true", "#/code"] },
    { code: {}, given: "Any", want: ["pass", "an error code", '"Any"', "#/code"] },
    { code: {}, given: "", want: ["fail", "an error code", '""', "#/code"] },
    { code: {}, given: undefined, want: ["vacuous", "an error code at code", "none"] },
  ])("$code: $given", async ({ code, given, want }) => {
    const document = withType(code);
    const judged = await judgeAnswer(
      caseOf("getThing", "404 shown", document),
      json(404, { code: given }),
      benchOf(document),
    );
    expect(findingsOf(judged, "error-code")).toEqual([want]);
  });

  const open = { anyOf: [{ const: "Listed" }, { type: "string" }], examples: ["Shown"] };
  test.each([
    { given: "Shown", want: "pass" },
    { given: "Other", want: "vacuous" },
  ])("on an open list may be one that is shown beside it: $given", async ({ given, want }) => {
    const document = withType(open);
    const judged = await judgeAnswer(
      caseOf("getThing", "404 shown", document),
      json(404, { code: given }),
      benchOf(document),
    );
    expect(findingsOf(judged, "error-code").map(([verdict]) => verdict)).toEqual([want]);
  });

  test("may be one that another status lists, and then it is not this one's", async () => {
    const status = (code: object) => ({
      description: "",
      content: {
        "application/json": {
          schema: { type: "object", properties: { code: { ...code, "x-lro-error-code": true } } },
        },
      },
    });
    const document = documentOf({ responses: { "404": status({}), "409": status({ enum: [40900] }) } });
    const judged = await judgeAnswer(
      caseOf("getThing", "404", document),
      json(404, { code: 40900 }),
      benchOf(document),
    );
    expect(findingsOf(judged, "error-code")).toEqual([
      ["fail", "an error code", "40900, which is documented for 409", "#/code"],
    ]);
  });

  test("is of the documented kind: integers in an open list", async () => {
    const code = { anyOf: [{ const: 40400 }, { const: 40401 }, { type: "integer" }] };
    const document = withType(code);
    expect(createCases(document).map(({ name, code: own }) => [name, own])).toEqual([
      ["404 shown", undefined],
      ["404 40400", 40400],
      ["404 40401", 40401],
    ]);
    expect(await runAll(document)).toEqual([["error-code"], ["error-code"]]);
    const judge = async (given: unknown) => {
      const testCase = caseOf("getThing", "404 shown", document);
      return findingsOf(
        await judgeAnswer(testCase, json(404, { code: given }), benchOf(document)),
        "error-code",
      );
    };
    const expected = "one of 40400, 40401";
    expect(await judge(40401)).toEqual([["pass", "40401", "40401", "#/code"]]);
    expect(await judge(1)).toEqual([
      ["vacuous", `${expected} (the list is open)`, "1, which is not documented", "#/code"],
    ]);
    expect(await judge("40400")).toEqual([["fail", expected, '"40400"', "#/code"]]);
  });
});

test.each([
  {
    name: "in an object",
    steps: { error: { type: "object", properties: { code: {} } } },
    want: { error: { code: "Small" } },
  },
  {
    name: "in a list",
    steps: { errors: { type: "array", items: { type: "object", properties: { code: {} } } } },
    want: { errors: [{ code: "Small" }] },
  },
])("a code is put $name that the sample does not have", async ({ steps, want }) => {
  const schema = JSON.parse(
    JSON.stringify({ type: "object", properties: steps }).replace(
      '"code":{}',
      '"code":{"enum":["Small"],"x-lro-error-code":true}',
    ),
  );
  const document = errorDocument(schema, {});
  const media = document.operations[0]?.responses["404"]?.content[0] as MediaType;
  expect(composeBody(document, media, "Small")).toEqual(want);
  expect(await runAll(document)).toEqual([["error-code"]]);
});

describe("two places that may hold the code", () => {
  const code = (values: string[]) => ({ enum: values, "x-lro-error-code": true });
  const schema = {
    type: "object",
    properties: {
      code: code(["Small", "Late"]),
      error: { type: "object", properties: { code: code(["Inner"]) } },
    },
  };
  const document = errorDocument(schema, { code: "Small", error: {} });
  const on = benchOf(document);
  test.each([
    { name: "the first alone", given: { code: "Small" }, want: [["pass", '"Small"', '"Small"', "#/code"]] },
    {
      name: "the second alone",
      given: { error: { code: "Inner" } },
      want: [["pass", '"Inner"', '"Inner"', "#/error/code"]],
    },
    {
      name: "both",
      given: { code: "Late", error: { code: "Inner" } },
      want: [
        ["pass", '"Late"', '"Late"', "#/code"],
        ["pass", '"Inner"', '"Inner"', "#/error/code"],
      ],
    },
    {
      name: "one right, one wrong",
      given: { code: "Small", error: { code: "Small" } },
      want: [
        ["pass", '"Small"', '"Small"', "#/code"],
        ["fail", 'one of "Inner"', '"Small"', "#/error/code"],
      ],
    },
    {
      name: "neither",
      given: { error: {} },
      want: [["vacuous", "an error code at code or error/code", "none"]],
    },
  ])("$name", async ({ given, want }) => {
    const judged = await judgeAnswer(caseOf("getThing", "404 shown", document), json(404, given), on);
    expect(findingsOf(judged, "error-code")).toEqual(want);
  });

  test("are asked for the codes of the first", async () => {
    expect(createCases(document).flatMap(({ code: own }) => own ?? [])).toEqual(["Small", "Late"]);
    expect(await runAll(document)).toEqual([["error-code"], ["error-code"]]);
  });

  test.each([
    { given: { code: "Late" }, want: [["pass", '"Late"', '"Late"', "#/code"]] },
    { given: { code: "Small" }, want: [["fail", '"Late"', '"Small"', "#/code"]] },
    {
      given: { code: "Late", error: { code: "Inner" } },
      want: [
        ["pass", '"Late"', '"Late"', "#/code"],
        ["pass", '"Inner"', '"Inner"', "#/error/code"],
      ],
    },
    // The place that documents the code is empty, so that the other one is asked.
    { given: { error: { code: "Inner" } }, want: [["fail", '"Late"', '"Inner"', "#/error/code"]] },
    { given: {}, want: [["vacuous", "an error code at code or error/code", "none"]] },
  ])("one is asked for a code that it documents: $given", async ({ given, want }) => {
    const judged = await judgeAnswer(caseOf("getThing", "404 Late", document), json(404, given), on);
    expect(findingsOf(judged, "error-code")).toEqual(want);
  });

  test("both of which are made up, where nothing is shown", async () => {
    const content = { "application/json": { schema } };
    const bare = documentOf({ responses: { "404": { description: "", content } } });
    expect(await runAll(bare)).toEqual([["error-code"], ["error-code"]]);
  });

  test("of which the sandbox puts a code where it is documented", async () => {
    const body = composeBody(
      document,
      document.operations[0]?.responses["404"]?.content[0] as MediaType,
      "Inner",
    );
    expect(body).toEqual({ code: "Small", error: { code: "Inner" } });
  });
});

function errorDocument(schema: object, example: object) {
  const content = { "application/json": { schema, examples: { shown: { value: example } } } };
  return documentOf({ responses: { "404": { description: "", content } } });
}

/** The checks that pass on each case with a code, on the sandbox; fails if any complains. */
async function runAll(document: typeof bench.document) {
  const cases = createCases(document).filter(({ code }) => code !== undefined);
  const runs = await Promise.all(
    cases.map((testCase) => runCase({ ...benchOf(document), targetHeaders: askFor }, testCase)),
  );
  expect(runs.flatMap(({ judged }) => complaints(judged))).toEqual([]);
  return runs.map(({ judged }) => judged.map(({ check }) => check).filter((check) => check === "error-code"));
}
