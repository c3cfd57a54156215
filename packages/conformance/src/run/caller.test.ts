import { describe, expect, test } from "vitest";
import { BASE_URL, caseOf, documentOf, RPC } from "../../test/acme-jobs.ts";
import { withArguments } from "../../test/changed-requests.ts";
import { received } from "../../test/messages.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { parseMultipart } from "../wire/multipart.ts";
import { asSent, type OutgoingRequest } from "../wire/send.ts";
import { createDirectCaller } from "./caller.ts";

/** The request that the judge's own caller sends. */
async function requestFor(
  from: Document,
  testCase: TestCase = caseOf("getThing", "200", from),
): Promise<OutgoingRequest> {
  const sent: OutgoingRequest[] = [];
  const outcome = await createDirectCaller(from, { baseUrl: BASE_URL })(testCase, async (request) => {
    sent.push(request);
    return received();
  });
  const [only] = sent;
  if (!only || sent.length > 1) throw new Error(`${sent.length} requests`);
  // There is no client to judge.
  expect(outcome).toBeUndefined();
  return only;
}

const parameter = (place: string, name: string, example: unknown, more = {}) => ({
  in: place,
  name,
  required: true,
  example,
  schema: {},
  ...more,
});

describe("where the request goes", () => {
  const LOGIN = [{ url: "https://login.acme.example/auth" }];
  const id = parameter("path", "id", "a/b");
  test.each([
    { name: "below the base URL", from: documentOf({}), want: `${BASE_URL}/thing` },
    {
      name: "with its parameters",
      from: documentOf({ parameters: [id] }, {}, { path: "/things/{id}:stop" }),
      want: `${BASE_URL}/things/a%2Fb:stop`,
    },
    {
      name: "to the one path of all operations",
      from: documentOf({ parameters: [parameter("query", "id", "1")] }, {}, { root: RPC }),
      want: `${BASE_URL}/?id=1`,
    },
    {
      name: "below an operation's own server",
      from: documentOf({ servers: LOGIN }),
      want: "http://sandbox.invalid/auth/thing",
    },
    {
      name: "to the one path, below an operation's own server",
      from: documentOf({ servers: LOGIN }, {}, { root: RPC }),
      want: "http://sandbox.invalid/auth/",
    },
  ])("$name", async ({ from, want }) => {
    expect((await requestFor(from)).url).toBe(want);
  });
});

test.each([
  { root: RPC, want: ["getThing", "2026-11-22"] },
  { root: {}, want: [null, null] },
])("headers say which operation it is, where the path does not: $want", async ({ root, want }) => {
  const { headers } = await requestFor(documentOf({}, {}, { root }));
  expect([headers.get("x-acme-action"), headers.get("x-acme-version")]).toEqual(want);
});

describe("how a parameter travels", () => {
  const value = { a: [1, 2], b: { c: "x y" } };
  const content = { "application/json": { schema: {} } };
  test.each([
    { name: "a list", given: parameter("query", "p", ["x", "y"]), want: "?p=x&p=y" },
    {
      name: "JSON",
      given: parameter("query", "p", value, { content, schema: undefined }),
      want: "?p=%7B%22a%22%3A%5B1%2C2%5D%2C%22b%22%3A%7B%22c%22%3A%22x+y%22%7D%7D",
    },
    {
      name: "leaves",
      given: parameter("query", "p", value, { "x-flatten": true }),
      want: "?p.a.1=1&p.a.2=2&p.b.c=x+y",
    },
    {
      name: "one that is left out",
      given: parameter("query", "p", undefined, { required: false }),
      want: "",
    },
  ])("$name", async ({ given, want }) => {
    const from = documentOf({ parameters: [JSON.parse(JSON.stringify(given))] });
    expect(new URL((await requestFor(from)).url).search).toBe(want);
  });
});

describe("how a body travels", () => {
  const posted = (type: string, media: object) =>
    documentOf({ requestBody: { content: { [type]: media } } }, {}, { method: "post" });
  const properties = { list: { type: "array", items: {}, "x-flatten": true }, json: {} };
  const example = { name: "ü", list: ["a", { b: 1 }], json: { c: true } };
  const media = {
    schema: { type: "object", properties },
    encoding: { json: { contentType: "application/json" } },
    example,
  };

  test.each([
    {
      type: "application/json",
      from: posted("application/json", { example }),
      want: JSON.stringify(example),
    },
    {
      type: "application/vnd.acme.v1+json;charset=UTF-8",
      from: posted("application/vnd.acme.v1+json;charset=UTF-8", { example }),
      want: JSON.stringify(example),
    },
    {
      type: "application/x-www-form-urlencoded",
      from: posted("application/x-www-form-urlencoded", media),
      want: "name=%C3%BC&list.1=a&list.2.b=1&json=%7B%22c%22%3Atrue%7D",
    },
    { type: "text/plain", from: posted("text/plain", { example: "text" }), want: "text" },
  ])("$type", async ({ type, from, want }) => {
    const request = await requestFor(from);
    expect([request.headers.get("content-type"), asSent(request).body]).toEqual([type, want]);
  });

  test("multipart/form-data, of a boundary that the type names", async () => {
    const request = await requestFor(posted("multipart/form-data", media));
    const type = request.headers.get("content-type") ?? "";
    expect(type).toMatch(/^multipart\/form-data; boundary=\S+$/);
    expect(parseMultipart(asSent(request).body, type)).toEqual({
      name: ["ü"],
      "list.1": ["a"],
      "list.2.b": ["1"],
      json: ['{"c":true}'],
    });
  });

  test("none, where none is given", async () => {
    const from = documentOf({}, {}, { method: "post" });
    const request = await requestFor(from, withArguments(caseOf("getThing", "200", from), {}));
    expect([request.headers.get("content-type"), asSent(request).body]).toEqual([null, ""]);
  });
});
