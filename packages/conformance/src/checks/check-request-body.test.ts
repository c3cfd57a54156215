import { describe, expect, test } from "vitest";
import { BASE_URL, benchOf, caseOf, documentOf } from "../../test/acme-jobs.ts";
import { type Change, findingsOn, unchanged, withArguments } from "../../test/changed-requests.ts";
import { mutants } from "../mutants/mutants.ts";
import { createRequest } from "../run/caller.ts";
import { runMutants } from "../run/run-mutants.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { takeRequest } from "../wire/fetch.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { asSent } from "../wire/send.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

const START_JOB = caseOf("startJob", "202 accepted");
const FIND_JOBS = caseOf("findJobs", "200 found");

describe("a JSON body", () => {
  const given = START_JOB.arguments.body?.value as object;
  const rebodied =
    (body: string | undefined, type = "application/json"): Change =>
    ({ url, method, headers }) => {
      const changed = PlainHeaders.of(headers);
      changed.set("content-type", type);
      return { url, method, headers: changed, bytes: bytesOf(body ?? "") };
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
    const change: Change = ({ url, headers }) => ({ url, method: "DELETE", headers, bytes: bytesOf("{}") });
    expect(await findingsOn(caseOf("cancelJob", "204"), change)).toEqual([
      ["fail", "no body", "a body of 2 characters"],
    ]);
  });
});

describe("a form body", () => {
  const reformed =
    (body: string): Change =>
    ({ url, method, headers }) => ({ url, method, headers, bytes: bytesOf(body) });
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
    const { body } = asSent(await createRequest(listed, testCase, BASE_URL));
    expect([body]).toEqual(["Ids=1&Ids=2&One=x&Of=%7B%22a%22%3A1%7D"]);
    const joined = await findingsOn(testCase, reformed("Ids=1,2&One=x&Of=%7B%22a%22%3A1%7D"), on);
    expect(joined.map(([verdict]) => verdict)).toEqual(["fail"]);
  });
});

describe("members of a form that travel otherwise", () => {
  const schema = {
    type: "object",
    required: ["Name"],
    properties: {
      Name: { type: "string" },
      Options: { type: "object", properties: { a: { type: "integer" }, b: { type: "boolean" } } },
      Tag: {
        type: "array",
        items: { type: "object", properties: { Key: { type: "string" } } },
        "x-flatten": true,
      },
    },
  };
  const example = { Name: "n", Options: { a: 1, b: true }, Tag: [{ Key: "x" }, { Key: "y" }] };
  const encoding = { Options: { contentType: "application/json" } };
  const content = { "application/x-www-form-urlencoded": { schema, encoding, example } };
  const formed = documentOf({ requestBody: { required: true, content } }, {}, { method: "post" });
  const on = benchOf(formed);
  const testCase = caseOf("getThing", "200", formed);
  const fields = { Name: "n", Options: '{"a":1,"b":true}', "Tag.1.Key": "x", "Tag.2.Key": "y" };
  const reformed =
    (given: Record<string, string>): Change =>
    ({ url, method, headers }) => ({
      url,
      method,
      headers,
      bytes: bytesOf(String(new URLSearchParams(given))),
    });
  const without = (name: string) =>
    Object.fromEntries(Object.entries(fields).filter(([own]) => own !== name));

  test.each<{ name: string; given: Record<string, string>; want: string }>([
    { name: "as documented", given: fields, want: "pass" },
    {
      name: "members of the JSON in another order",
      given: { ...fields, Options: '{"b":true, "a":1}' },
      want: "pass",
    },
    {
      name: "fields in another order",
      given: Object.fromEntries(Object.entries(fields).reverse()),
      want: "pass",
    },
    {
      name: "another value within the JSON",
      given: { ...fields, Options: '{"a":2,"b":true}' },
      want: "fail",
    },
    {
      name: "another type within the JSON",
      given: { ...fields, Options: '{"a":"1","b":true}' },
      want: "fail",
    },
    { name: "JSON that is broken", given: { ...fields, Options: '{"a":1' }, want: "fail" },
    {
      name: "JSON encoded twice",
      given: { ...fields, Options: JSON.stringify(fields.Options) },
      want: "fail",
    },
    { name: "no JSON", given: without("Options"), want: "fail" },
    { name: "a leaf is missing", given: without("Tag.2.Key"), want: "fail" },
    { name: "a leaf too many", given: { ...fields, "Tag.3.Key": "z" }, want: "fail" },
    { name: "leaves counted from 0", given: { ...without("Tag.2.Key"), "Tag.0.Key": "y" }, want: "fail" },
    {
      name: "leaves as JSON",
      given: { Name: "n", Options: fields.Options, Tag: '[{"Key":"x"}]' },
      want: "fail",
    },
    {
      name: "JSON as leaves",
      given: { ...without("Options"), "Options.a": "1", "Options.b": "true" },
      want: "fail",
    },
  ])("$name: $want", async ({ given, want }) => {
    expect((await findingsOn(testCase, reformed(given), on)).map(([verdict]) => verdict)).toEqual([want]);
  });

  test("are sent so by the judge", async () => {
    const { body } = asSent(await createRequest(formed, testCase, BASE_URL));
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual(fields);
  });

  test("are judged by their schema", async () => {
    const type = "application/x-www-form-urlencoded";
    const body = { type, value: { Name: "n", Options: { a: "x" }, Tag: [{ Key: 1, Stranger: 2 }] } };
    expect(await findingsOn(withArguments(testCase, { body }), unchanged, on)).toEqual([
      ["fail", "body: type integer", '"x"', "#/Options/a"],
      ["fail", "body: type string", "1", "#/Tag/0/Key"],
      ["fail", "body: documented members only", "Stranger: 2", "#/Tag/0/Stranger"],
    ]);
  });
});

describe("a multipart body", () => {
  const TYPE = "multipart/form-data";
  const schema = {
    type: "object",
    required: ["file"],
    properties: {
      file: { type: "string", format: "binary" },
      note: { type: "string" },
      tags: { type: "array", items: { type: "string" } },
      options: { type: "object", properties: { deep: { type: "boolean" } } },
    },
  };
  const example = { file: "bytes of a file", note: "a\nb", tags: ["x", "y"], options: { deep: true } };
  const encoding = { options: { contentType: "application/json" } };
  const things = documentOf(
    { requestBody: { required: true, content: { [TYPE]: { schema, encoding, example } } } },
    {},
    { method: "post" },
  );
  const on = benchOf(things);
  const testCase = caseOf("getThing", "200", things);
  const pass = [["pass", "POST /thing", "as documented"]];
  const verdictsOn = async (change: Change, given = testCase) =>
    (await findingsOn(given, change, on)).map(([verdict]) => verdict);

  type Parts = [name: string, value: string | Blob][];
  const parts: Parts = [
    ["file", "bytes of a file"],
    ["note", "a\nb"],
    ["tags", "x"],
    ["tags", "y"],
    ["options", '{"deep":true}'],
  ];
  const without = (name: string) => parts.filter(([own]) => own !== name);
  /** Another body, of a boundary of its own. */
  const rebodied =
    (given: Parts): Change =>
    ({ url, method, headers }) => {
      const form = new FormData();
      for (const [name, value] of given) form.append(name, value);
      const rest = [...headers].filter(([name]) => name !== "content-type") as [string, string][];
      return takeRequest(new Request(url, { method, headers: rest, body: form }));
    };

  test("as the judge writes it is as documented", async () => {
    const sent: string[] = [];
    const findings = await findingsOn(
      testCase,
      (request) => {
        sent.push(request.headers.get("content-type") ?? "");
        return request;
      },
      on,
    );
    expect(sent).toEqual([expect.stringMatching(/^multipart\/form-data; boundary=\S+$/)]);
    expect(findings).toEqual(pass);
  });

  test.each<{ name: string; given: Parts; want: string[] }>([
    { name: "another boundary", given: parts, want: ["pass"] },
    {
      name: "parts in another order",
      given: [...without("file"), ["file", "bytes of a file"]],
      want: ["pass"],
    },
    {
      name: "a part as a file",
      given: [...without("file"), ["file", new Blob(["bytes of a file"])]],
      want: ["pass"],
    },
    {
      name: "JSON in another order of members",
      given: [...without("options"), ["options", '{ "deep": true }']],
      want: ["pass"],
    },
    { name: "a required part is missing", given: without("file"), want: ["fail"] },
    { name: "a part that was given is missing", given: without("note"), want: ["fail"] },
    { name: "a part that is not documented", given: [...parts, ["stranger", "1"]], want: ["fail"] },
    { name: "a part twice", given: [...parts, ["note", "a\nb"]], want: ["fail"] },
    { name: "a part of another value", given: [...without("note"), ["note", "c"]], want: ["fail"] },
    {
      name: "a part of another name",
      given: [...without("file"), ["File", "bytes of a file"]],
      want: ["fail"],
    },
    { name: "no part", given: [], want: ["fail"] },
  ])("$name: $want", async ({ given, want }) => {
    expect(await verdictsOn(rebodied(given))).toEqual(want);
  });

  const retyped = (type: string | undefined, body?: string): Change => {
    return ({ url, method, headers, bytes: own }) => {
      const changed = PlainHeaders.of(headers);
      if (type === undefined) changed.delete("content-type");
      else changed.set("content-type", type);
      return { url, method, headers: changed, bytes: body === undefined ? own : bytesOf(body) };
    };
  };
  test.each<{ name: string; given: Change; want: unknown[] }>([
    {
      name: "with a boundary that it does not keep to",
      given: retyped(`${TYPE}; boundary=other`),
      want: ["fail", `a body of ${TYPE}`, expect.stringContaining("Content-Disposition")],
    },
    {
      name: "without a boundary",
      given: retyped(TYPE),
      want: ["fail", `a body of ${TYPE}`, expect.stringContaining("Content-Disposition")],
    },
    {
      name: "of another type",
      given: retyped("application/octet-stream"),
      want: ["fail", `Content-Type: ${TYPE}`, "Content-Type: application/octet-stream"],
    },
    {
      name: "of another multipart type",
      given: retyped("multipart/mixed; boundary=x"),
      want: ["fail", `Content-Type: ${TYPE}`, "Content-Type: multipart/mixed; boundary=x"],
    },
    {
      name: "of no type",
      given: retyped(undefined),
      want: ["fail", `Content-Type: ${TYPE}`, "Content-Type: none"],
    },
    {
      name: "that is a form of another kind",
      given: retyped(`${TYPE}; boundary=x`, "file=1"),
      want: ["fail", `a body of ${TYPE}`, '"file=1"'],
    },
    {
      name: "that is cut off",
      given: retyped(
        `${TYPE}; boundary=x`,
        '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nbytes',
      ),
      want: ["fail", `a body of ${TYPE}`, expect.stringContaining("bytes")],
    },
  ])("$name", async ({ given, want }) => {
    expect(await findingsOn(testCase, given, on)).toEqual([want]);
  });

  test("that the schema does not admit is told where", async () => {
    const body = { type: TYPE, value: { note: "n", options: { deep: "yes" }, stranger: "1" } };
    expect(await findingsOn(withArguments(testCase, { body }), unchanged, on)).toEqual([
      ["fail", "body: member file", expect.any(String), "#"],
      ["fail", "body: type boolean", '"yes"', "#/options/deep"],
      ["fail", "body: documented members only", 'stranger: "1"', "#/stranger"],
    ]);
  });

  test("whose type has a parameter that is not documented keeps its type", async () => {
    const plain = documentOf({ requestBody: { content: { [TYPE]: {} } } }, {}, { method: "post" });
    expect(await findingsOn(caseOf("getThing", "200", plain), unchanged, benchOf(plain))).toEqual(pass);
  });

  test("is caught when it is broken as the mutants break it", async () => {
    const bodies = mutants.filter(({ name }) => /^request-(body|content-type)-/.test(name));
    const runs = await runMutants(on, createDocumentedAnswers(things), bodies);
    expect(runs.map(({ mutant, caughtBy }) => [mutant, caughtBy])).toEqual([
      ["request-content-type-other", ["request"]],
      ["request-body-gone", ["request"]],
      ["request-body-other", ["request"]],
    ]);
  });
});
