import { describe, expect, test } from "vitest";
import { BASE_URL, benchOf, caseOf, documentOf } from "../../test/acme-jobs.ts";
import { type Change, findingsOn, unchanged, withArguments } from "../../test/changed-requests.ts";
import { createDirectCaller } from "../run/caller.ts";

const START_JOB = caseOf("startJob", "202 accepted");
const FIND_JOBS = caseOf("findJobs", "200 found");

describe("a JSON body", () => {
  const given = START_JOB.arguments.body?.value as object;
  const rebodied =
    (body: string | undefined, type = "application/json"): Change =>
    ({ url, method, headers }) => {
      const changed = new Headers(headers);
      changed.set("content-type", type);
      return new Request(url, { method, headers: changed, ...(body !== undefined && { body }) });
    };
  const shown = JSON.stringify(given);
  test.each<{ name: string; given: Change; want: unknown[] }>([
    {
      name: "in another order",
      given: rebodied(JSON.stringify(Object.fromEntries(Object.entries(given).reverse()), null, 1)),
      want: ["pass", "POST /jobs", "as documented"],
    },
    { name: "missing", given: rebodied(undefined), want: ["fail", `a body: ${shown}`, "no body"] },
    {
      name: "cut off",
      given: rebodied('{"name":'),
      want: ["fail", "a body of application/json", '"{\\"name\\":"'],
    },
    {
      name: "with less in it",
      given: rebodied('{"name":"Übersicht_1"}'),
      want: ["fail", `body: ${shown}`, 'body: {"name":"Übersicht_1"}'],
    },
    {
      name: "encoded twice",
      given: rebodied('"{}"'),
      want: ["fail", `body: ${shown}`, 'body: "{}"'],
    },
    {
      name: "of another type",
      given: rebodied(JSON.stringify(given), "text/plain"),
      want: ["fail", "Content-Type: application/json", "Content-Type: text/plain"],
    },
    {
      name: "of the type with a parameter",
      given: rebodied(JSON.stringify(given), "application/json;charset=UTF-8"),
      want: ["pass", "POST /jobs", "as documented"],
    },
  ])("$name", async ({ given: change, want }) => {
    expect(await findingsOn(START_JOB, change)).toEqual([want]);
  });

  test("that the schema does not admit is told where", async () => {
    const body = { type: "application/json", value: { name: "9", priority: "high", stranger: 1 } };
    expect(await findingsOn(withArguments(START_JOB, { body }), unchanged)).toEqual([
      ["fail", "body: pattern ^[\\p{L}_$][\\p{L}0-9_$]*$", '"9"', "#/name"],
      ["fail", "body: type integer", '"high"', "#/priority"],
      ["fail", "body: documented members only", "stranger: 1", "#/stranger"],
    ]);
  });

  test("where none is documented is too much", async () => {
    const change: Change = ({ url, headers }) => new Request(url, { method: "DELETE", headers, body: "{}" });
    expect(await findingsOn(caseOf("cancelJob", "204"), change)).toEqual([
      ["fail", "no body", "a body of 2 characters"],
    ]);
  });
});

describe("a form body", () => {
  const reformed =
    (body: string): Change =>
    ({ url, method, headers }) =>
      new Request(url, { method, headers, body });
  const pass = ["pass", "POST /jobs/search", "as documented"];
  const given = '{"Query":["nightly & weekly"],"Limit":["20"],"Exact":["true"]}';
  test.each([
    { given: "Query=nightly+%26+weekly&Limit=20&Exact=true", want: pass },
    { given: "Exact=true&Limit=20&Query=nightly%20%26%20weekly", want: pass },
    {
      given: "Query=nightly&Limit=20&Exact=true",
      want: ["fail", `body: ${given}`, 'body: {"Query":["nightly"],"Limit":["20"],"Exact":["true"]}'],
    },
    {
      given: "Query=nightly+%26+weekly&Limit=20&Limit=20&Exact=true",
      want: [
        "fail",
        `body: ${given}`,
        'body: {"Query":["nightly & weekly"],"Limit":["20","20"],"Exact":["true"]}',
      ],
    },
    {
      given: '{"Query":"nightly & weekly"}',
      want: ["fail", `body: ${given}`, 'body: {"{\\"Query\\":\\"nightly ":[""]," weekly\\"}":[""]}'],
    },
  ])("$given", async ({ given: body, want }) => {
    expect(await findingsOn(FIND_JOBS, reformed(body))).toEqual([want]);
  });

  test("is judged by its schema as what its text stands for", async () => {
    const body = {
      type: FIND_JOBS.arguments.body?.type ?? "",
      value: { Query: "x", Limit: 101, Exact: "yes" },
    };
    expect(await findingsOn(withArguments(FIND_JOBS, { body }), unchanged)).toEqual([
      ["fail", "body: must be <= 100", "101", "#/Limit"],
      ["fail", "body: type boolean", '"yes"', "#/Exact"],
    ]);
  });

  test("repeats the name for each item", async () => {
    const schema = {
      type: "object",
      properties: {
        Ids: { type: "array", items: { type: "integer" } },
        One: { type: "array" },
        Of: { type: "object" },
      },
      example: { Ids: [1, 2], One: ["x"], Of: { a: 1 } },
    };
    const content = { "application/x-www-form-urlencoded": { schema } };
    const listed = documentOf({ requestBody: { content } }, {}, { method: "post" });
    const on = benchOf(listed);
    const testCase = caseOf("getThing", "200", listed);
    const sent: string[] = [];
    await createDirectCaller(listed, { baseUrl: BASE_URL })(testCase, async (request) => {
      sent.push(await (request as Request).text());
      return new Response();
    });
    expect(sent).toEqual(["Ids=1&Ids=2&One=x&Of=%7B%22a%22%3A1%7D"]);
    const joined = await findingsOn(testCase, reformed("Ids=1,2&One=x&Of=%7B%22a%22%3A1%7D"), on);
    expect(joined.map(([verdict]) => verdict)).toEqual(["fail"]);
  });
});
