import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentOf, document as jobs, RPC } from "../../../test/acme-jobs.ts";
import type { Document, Operation } from "../../document/document.ts";
import { lazyValidators } from "../../schema/compile-validators.ts";
import { readRequest } from "../../wire/fetch.ts";
import { type ReadArguments, readArguments } from "./read-arguments.ts";

const text = { type: "string" };
const whole = { type: "integer", minimum: 1 };
const FORM = "application/x-www-form-urlencoded";

/** A document of one operation with these parameters, or with a body of these media types. */
function thing({
  parameters = [],
  content,
  required = true,
  path = "/thing",
  root = {},
}: {
  parameters?: object[];
  content?: object;
  required?: boolean;
  path?: string;
  root?: object;
}): Document {
  const requestBody = content && { required, content };
  return documentOf({ parameters, ...(requestBody && { requestBody }) }, {}, { method: "post", path, root });
}

async function read(document: Document, url: string, init: RequestInit = {}): Promise<ReadArguments> {
  const request = new Request(`http://acme.example${url}`, { method: "POST", ...init });
  const operation = document.operations[0] as Operation;
  return readArguments(document, lazyValidators(document), operation, await readRequest(request));
}

/** The violations, as rows of a test spell them. */
function complaints({ violations }: ReadArguments): string[] {
  return violations.map(
    ({ mistake, at, expected, received }) => `${mistake} ${at}: ${expected}, not ${received}`,
  );
}

describe("a query", () => {
  const item = { type: "object", properties: { Name: text, Value: { type: "array", items: whole } } };
  const document = thing({
    parameters: [
      { name: "limit", in: "query", required: true, schema: whole },
      { name: "exact", in: "query", schema: { type: "boolean" } },
      { name: "tags", in: "query", schema: { type: "array", items: text } },
      {
        name: "points",
        in: "query",
        schema: { type: "array", items: { type: "object", properties: { x: whole } } },
      },
      { name: "where", in: "query", content: { "application/json": { schema: item } } },
      { name: "Filter", in: "query", "x-flatten": true, schema: { type: "array", maxItems: 3, items: item } },
    ],
  });

  test.each([
    { given: "limit=2", want: { limit: 2 } },
    { given: "limit=2&exact=true", want: { limit: 2, exact: true } },
    { given: "limit=2&tags=a&tags=b%2Cc+d", want: { limit: 2, tags: ["a", "b,c d"] } },
    { given: "limit=2&tags=a", want: { limit: 2, tags: ["a"] } },
    { given: 'limit=2&points={"x":1}&points={"x":2}', want: { limit: 2, points: [{ x: 1 }, { x: 2 }] } },
    { given: 'limit=2&where={"Name":"n","Value":[1]}', want: { limit: 2, where: { Name: "n", Value: [1] } } },
    {
      given: "limit=2&Filter.2.Name=b&Filter.1.Name=a&Filter.1.Value.10=9&Filter.1.Value.2=8",
      want: { limit: 2, Filter: [{ Name: "a", Value: [8, 9] }, { Name: "b" }] },
    },
  ])("$given is read", async ({ given, want }) => {
    const found = await read(document, `/thing?${given}`);
    expect(complaints(found)).toEqual([]);
    expect(found.arguments.query).toEqual(want);
  });

  const documented = "one of limit, exact, tags, points, where, Filter";
  test.each([
    { given: "", want: ["parameterMissing query parameter limit: a value, not none"] },
    { given: "limit=", want: ['parameterInvalid query parameter limit: type integer, not ""'] },
    { given: "limit=many", want: ['parameterInvalid query parameter limit: type integer, not "many"'] },
    { given: "limit=0", want: ["parameterInvalid query parameter limit: must be >= 1, not 0"] },
    { given: "limit=2&limit=2", want: ["parameterInvalid query parameter limit: one limit, not 2 of them"] },
    { given: "limit=2&Limit=2", want: [`parameterUnknown query parameter Limit: ${documented}, not Limit`] },
    {
      given: "limit=2&x=1&x=2&y",
      want: ["x", "y"].map((name) => `parameterUnknown query parameter ${name}: ${documented}, not ${name}`),
    },
    {
      given: "limit=2&tags.1=a",
      want: [`parameterUnknown query parameter tags.1: ${documented}, not tags.1`],
    },
    {
      given: 'limit=2&where={"Name":',
      want: [
        "parameterInvalid query parameter where: a JSON text, not nothing in line 1, column 9, where a value belongs",
      ],
    },
    {
      given: 'limit=2&where={"Name":1}',
      want: ["parameterInvalid query parameter where #/Name: type string, not 1"],
    },
    { given: "limit=2&Filter=a", want: ['parameterInvalid query parameter Filter: type array, not "a"'] },
    {
      given: "limit=2&Filter.1.Nmae=a",
      want: ['parameterInvalid query parameter Filter #/0/Nmae: documented members only, not Nmae: "a"'],
    },
    { given: `limit=2&Filter${".1".repeat(40)}=a`, want: [expect.stringMatching(/^parameterUnknown/)] },
  ])("$given: $want", async ({ given, want }) => {
    expect(complaints(await read(document, `/thing?${given}`))).toEqual(want);
  });

  test("a secret is not shown", async () => {
    const parameters = [{ name: "password", in: "query", schema: { type: "string", maxLength: 3 } }];
    const found = await read(thing({ parameters }), "/thing?password=hunter2");
    expect(complaints(found)).toEqual([expect.stringMatching(/^parameterInvalid query parameter password/)]);
    expect(JSON.stringify(found.violations)).not.toContain("hunter2");
  });

  test("a key that is sent in it is no stranger", async () => {
    const securitySchemes = { Key: { type: "apiKey", in: "query", name: "key" } };
    const own = documentOf({}, { securitySchemes }, { method: "post" });
    expect(complaints(await read(own, "/thing?key=1"))).toEqual([]);
  });
});

describe("a path", () => {
  const parameters = [
    { name: "id", in: "path", required: true, schema: whole },
    { name: "list", in: "path", required: true, schema: { type: "array", items: text } },
  ];
  const document = thing({ parameters, path: "/things/{id}:{list}" });

  test.each([
    { given: "/things/7:a,b", want: { id: 7, list: ["a", "b"] } },
    { given: "/tenants/main/v3/things/7:a%2Fb%20c", want: { id: 7, list: ["a/b c"] } },
    { given: "/things/7:%E6%97%A5", want: { id: 7, list: ["日"] } },
  ])("$given", async ({ given, want }) => {
    const found = await read(document, given);
    expect([found.arguments.path, complaints(found)]).toEqual([want, []]);
  });

  test.each([
    { given: "/things/x:a", want: ['parameterInvalid path parameter id: type integer, not "x"'] },
    {
      given: "/things/:",
      want: ["id", "list"].map((name) => `parameterMissing path parameter ${name}: a value, not none`),
    },
  ])("$given: $want", async ({ given, want }) => {
    expect(complaints(await read(document, given))).toEqual(want);
  });
});

describe("headers and cookies", () => {
  const document = thing({
    parameters: [
      { name: "X-Depth", in: "header", required: true, schema: whole },
      { name: "X-List", in: "header", schema: { type: "array", items: whole } },
      { name: "site", in: "cookie", schema: { type: "string", maxLength: 5 } },
    ],
  });

  test("are read, and others are let be", async () => {
    const headers = { "x-depth": "3", "X-List": "1, 2", cookie: "a=b=c; site=n%20s", "x-other": "1" };
    const found = await read(document, "/thing", { headers });
    expect(complaints(found)).toEqual([]);
    expect(found.arguments).toMatchObject({
      header: { "X-Depth": 3, "X-List": [1, 2] },
      cookie: { site: "n s" },
    });
  });

  test.each([
    { headers: {}, want: ["parameterMissing header X-Depth: a value, not none"] },
    { headers: { "x-depth": "3, 3" }, want: ['parameterInvalid header X-Depth: type integer, not "3, 3"'] },
    {
      headers: { "x-depth": "3", cookie: "site=northern" },
      want: [expect.stringMatching(/^parameterInvalid cookie site/)],
    },
  ])("$headers: $want", async ({ headers, want }) => {
    expect(
      complaints(await read(document, "/thing", { headers: headers as Record<string, string> })),
    ).toEqual(want);
  });
});

describe("a JSON body", () => {
  const tree = {
    type: "object",
    properties: { below: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
  };
  const properties = { name: text, count: { type: "integer", format: "int64" }, password: text, tree };
  const schema = { type: "object", required: ["name"], properties };
  const content = { "application/json": { schema } };
  const requestBody = { required: true, content };
  const document = documentOf({ requestBody }, { schemas: { Tree: tree } }, { method: "post" });
  const send = (body: BodyInit, type = "application/json") =>
    read(document, "/thing", { body, headers: type === "" ? {} : { "content-type": type } });

  test("is read", async () => {
    const { arguments: found, violations } = await send('{"name":"ä","count":9007199254740993}');
    expect(violations).toEqual([]);
    expect(found.body).toEqual({
      type: "application/json",
      value: { name: "ä", count: Number("9007199254740993") },
    });
  });

  test.each([{ type: "application/json; charset=utf-8" }, { type: "Application/JSON;Charset=UTF-8" }])(
    "of the type $type",
    async ({ type }) => {
      expect(complaints(await send('{"name":"n"}', type))).toEqual([]);
    },
  );

  const bytes = (...values: number[]) => new Uint8Array(values);
  test.each<{ given: BodyInit; type?: string; want: unknown }>([
    { given: "", want: "bodyMissing body: a body of application/json, not none" },
    {
      given: '{"name":"n"',
      want: "bodyMalformed body: a JSON text, not nothing in line 1, column 12, where a comma or an end belongs",
    },
    {
      given: "name=n",
      want: 'bodyMalformed body: a JSON text, not "n" in line 1, column 1, where a value belongs',
    },
    {
      given: bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d),
      want: "bodyMalformed body: a JSON text, not a byte order mark",
    },
    { given: bytes(0x22, 0xff, 0x22), want: "bodyMalformed body: UTF-8, not other bytes" },
    { given: "[]", want: "bodyInvalid body: type object, not []" },
    { given: "{}", want: "bodyInvalid body: member name, not {}" },
    { given: '{"name":1}', want: "bodyInvalid body #/name: type string, not 1" },
    { given: '{"name":"n","nmae":1}', want: "bodyInvalid body #/nmae: documented members only, not nmae: 1" },
    {
      given: '{"name":"n","count":1.00000000000000000001}',
      want: expect.stringContaining("bodyInvalid body #/count"),
    },
    {
      given: '{"name":"n"}',
      type: "text/plain",
      want: "mediaTypeUnsupported header content-type: application/json, not text/plain",
    },
    {
      given: '{"name":"n"}',
      type: FORM,
      want: `mediaTypeUnsupported header content-type: application/json, not ${FORM}`,
    },
    {
      given: bytes(0x7b, 0x7d),
      type: "",
      want: "mediaTypeUnsupported header content-type: application/json, not none",
    },
    { given: "[".repeat(100_000), want: "bodyMalformed body: a JSON text, not more than 256 levels" },
    {
      given: `${'{"tree":{"below":['.repeat(100_000)}`,
      want: "bodyMalformed body: a JSON text, not more than 256 levels",
    },
  ])("$given of $type: $want", async ({ given, type, want }) => {
    expect(complaints(await send(given, type))).toEqual([want]);
  });

  test("brackets in a text are no levels", async () => {
    expect(complaints(await send(JSON.stringify({ name: '["\\'.repeat(1000) })))).toEqual([]);
  });

  test("as deep as may be", async () => {
    const deep = '{"below":['.repeat(127) + "]}".repeat(127);
    expect(complaints(await send(`{"name":"n","tree":${deep}}`))).toEqual([]);
  });

  test("of ten megabytes", async () => {
    const name = "ä".repeat(5_000_000);
    const { arguments: found, violations } = await send(JSON.stringify({ name }));
    expect(violations).toEqual([]);
    expect(isDeepStrictEqual(found.body?.value, { name })).toBe(true);
  });

  test("with many mistakes, of which the first are told", async () => {
    const below = Array.from({ length: 100_000 }, () => 1);
    const { violations } = await send(JSON.stringify({ name: "n", tree: { below } }));
    expect(violations.length).toBeGreaterThan(0);
    expect(violations.length).toBeLessThanOrEqual(20);
  });

  test("whose secret is not shown", async () => {
    for (const body of [
      '{"password":["hunter2"],"name":1}',
      '{"password":"hunter2"}',
      '{"password":"hunter2',
    ]) {
      const { violations } = await send(body);
      expect(violations.length).toBeGreaterThan(0);
      expect(JSON.stringify(violations)).not.toContain("hunter2");
    }
  });

  test("that is not documented", async () => {
    const found = await read(documentOf({}, {}, { method: "post" }), "/thing", { body: "{}" });
    expect(complaints(found)).toEqual(["bodyInvalid body: no body, not a body of 2 bytes"]);
  });

  test("that need not come", async () => {
    const optional = thing({
      content: { "application/json": { schema: { type: "object" } } },
      required: false,
    });
    const found = await read(optional, "/thing");
    expect([found.violations, found.arguments.body]).toEqual([[], undefined]);
  });
});

describe("a body of another release of the media type", () => {
  const keyword = { template: "application/vnd.acme-v{version}+json", default: "2", versions: ["1", "2"] };
  const content = { "application/vnd.acme-v2+json": { schema: { type: "object" } } };
  const document = thing({ content, root: { "x-media-type-version": keyword } });
  test.each([
    { version: "1", want: [] },
    { version: "2", want: [] },
    { version: "3", want: [expect.stringContaining("mediaTypeUnsupported")] },
  ])("$version: $want", async ({ version, want }) => {
    const headers = { "content-type": `application/vnd.acme-v${version}+json` };
    expect(complaints(await read(document, "/thing", { body: "{}", headers }))).toEqual(want);
  });
});

describe("a form", () => {
  const properties = {
    Query: text,
    Limit: whole,
    Tags: { type: "array", items: text },
    Where: { type: "object", properties: { Name: text } },
    Filter: { type: "array", items: { type: "object", properties: { Name: text } }, "x-flatten": true },
  };
  const schema = { type: "object", required: ["Query"], properties };
  const encoding = { Where: { contentType: "application/json" } };
  const document = thing({ content: { [FORM]: { schema, encoding }, "multipart/form-data": { schema } } });
  const send = (body: BodyInit) =>
    read(document, "/thing", {
      body,
      ...(typeof body === "string" && { headers: { "content-type": FORM } }),
    });

  test("is read", async () => {
    const found = await send('Query=a+%26+b&Limit=5&Tags=x&Tags=y&Where={"Name":"n"}&Filter.1.Name=z');
    expect(complaints(found)).toEqual([]);
    const value = {
      Query: "a & b",
      Limit: 5,
      Tags: ["x", "y"],
      Where: { Name: "n" },
      Filter: [{ Name: "z" }],
    };
    expect(found.arguments.body).toEqual({ type: FORM, value });
  });

  test("with files is read", async () => {
    const parts = new FormData();
    parts.append("Query", "a");
    parts.append("Limit", "5");
    const found = await send(parts);
    expect(complaints(found)).toEqual([]);
    expect(found.arguments.body).toEqual({ type: "multipart/form-data", value: { Query: "a", Limit: 5 } });
  });

  test.each([
    { given: "Limit=5", want: ['bodyInvalid body: member Query, not {"Limit":5}'] },
    { given: "Query=a&Limit=many", want: ['bodyInvalid body #/Limit: type integer, not "many"'] },
    { given: "Query=a&Query=b", want: ["bodyInvalid body #/Query: one Query, not 2 of them"] },
    { given: "Query=a&Qeury=b", want: ['bodyInvalid body #/Qeury: documented members only, not Qeury: "b"'] },
    {
      given: "Query=a&Where={",
      want: ["bodyInvalid body #/Where: a JSON text, not nothing in line 1, column 2, where a name belongs"],
    },
  ])("$given: $want", async ({ given, want }) => {
    expect(complaints(await send(given))).toEqual(want);
  });

  test("that keeps to no boundary is none", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const found = await read(document, "/thing", { body: "--y\r\n", headers });
    expect(complaints(found)).toEqual([expect.stringMatching(/^bodyMalformed/)]);
  });
});

test("a text is read as it is", async () => {
  const document = thing({ content: { "text/plain": { schema: { type: "string", maxLength: 5 } } } });
  const found = await read(document, "/thing", { body: "täxt", headers: { "content-type": "text/plain" } });
  expect(found).toMatchObject({ violations: [], arguments: { body: { type: "text/plain", value: "täxt" } } });
});

describe("where all operations share one path", () => {
  const query = { operation: "Action", version: "Version", common: ["Format"] };
  const root = { ...RPC, "x-rpc": { ...RPC["x-rpc"], query } };
  const schema = { type: "object", required: ["Name"], properties: { Name: text, Size: whole } };
  const parameters = [
    { name: "Site", in: "query", required: true, schema: text },
    { name: "Filter", in: "query", "x-flatten": true, schema: { type: "array", items: text } },
  ];
  const withForm = thing({ parameters, root, content: { [FORM]: { schema } } });
  const without = thing({ parameters, root });
  const named = { "x-acme-action": "getThing", "x-acme-version": "2026-11-22" };
  const form = { ...named, "content-type": FORM };
  const legacy = "Action=getThing&Version=2026-11-22&Format=JSON";
  const all = { query: { Site: "s" }, body: { type: FORM, value: { Name: "n", Size: 2 } } };

  test.each<{
    url: string;
    headers?: Record<string, string>;
    method?: string;
    body?: string;
    on?: Document;
    want: object;
  }>([
    { url: "/?Site=s", headers: form, body: "Name=n&Size=2", want: all },
    { url: "/", headers: form, body: "Site=s&Name=n&Size=2", want: all },
    { url: "/?Site=s&Name=n&Size=2", headers: named, want: all },
    { url: `/?${legacy}&Site=s&Name=n&Size=2`, want: all },
    { url: `/?${legacy}&Site=s&Name=n&Size=2`, method: "GET", want: all },
    { url: "/", headers: { "content-type": FORM }, body: `${legacy}&Site=s&Name=n&Size=2`, want: all },
    {
      url: "/?Site=s&Filter.1=a",
      headers: named,
      on: without,
      want: { query: { Site: "s", Filter: ["a"] } },
    },
    {
      url: "/",
      headers: form,
      body: "Site=s&Filter.1=a",
      on: without,
      want: { query: { Site: "s", Filter: ["a"] } },
    },
  ])("$method $url $body is read", async ({ url, headers, method = "POST", body, on = withForm, want }) => {
    const found = await read(on, url, {
      method,
      ...(headers && { headers }),
      ...(body !== undefined && { body }),
    });
    expect(complaints(found)).toEqual([]);
    expect(found.arguments).toEqual({ path: {}, header: {}, cookie: {}, ...want });
  });

  test.each<{ url: string; headers?: Record<string, string>; body?: string; on?: Document; want: unknown[] }>(
    [
      { url: "/?Name=n", headers: named, want: ["parameterMissing query parameter Site: a value, not none"] },
      { url: "/?Site=s", headers: named, want: ["parameterMissing form field Name: a value, not none"] },
      {
        url: "/?Site=s&Name=n&Size=0",
        headers: named,
        want: ["parameterInvalid form field Size: must be >= 1, not 0"],
      },
      {
        url: "/?Site=s&Name=n",
        headers: form,
        body: "Name=n",
        want: ["parameterInvalid form field Name: one Name, not 2 of them"],
      },
      {
        url: "/?Site=s&Name=n&Nmae=n",
        headers: named,
        want: ["parameterUnknown parameter Nmae: one of Site, Filter, Name, Size, not Nmae"],
      },
      {
        url: "/?Site=s&Name=n",
        headers: { "x-acme-action": "getThing" },
        want: ["parameterMissing header x-acme-version: a value, not none"],
      },
      {
        url: "/?Action=getThing&Site=s&Name=n",
        want: ["parameterMissing parameter Version: a value, not none"],
      },
      {
        url: "/?Site=s",
        headers: { ...named, "content-type": "application/json" },
        body: "{}",
        want: [`mediaTypeUnsupported header content-type: ${FORM}, not application/json`],
      },
      {
        url: "/?Site=s",
        headers: { ...named, "content-type": "application/json" },
        body: "{}",
        on: without,
        want: ["bodyInvalid body: no body, not a body of 2 bytes"],
      },
    ],
  )("$url $body: $want", async ({ url, headers, body, on = withForm, want }) => {
    const found = await read(on, url, { ...(headers && { headers }), ...(body !== undefined && { body }) });
    expect(complaints(found)).toEqual(want);
  });
});

test("no request is too odd to be read", async () => {
  const validators = lazyValidators(jobs);
  const part = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("depth", "%", "Filter.1", "__proto__", "{", "="),
  );
  const request = fc.record({
    operation: fc.constantFrom(...jobs.operations),
    path: fc.array(part),
    query: fc.array(fc.tuple(part, part)),
    type: fc.constantFrom(
      "application/json",
      FORM,
      "multipart/form-data; boundary=x",
      "text/plain",
      "nonsense",
      "",
    ),
    body: fc.oneof(
      fc.uint8Array(),
      fc.json().map((json) => new TextEncoder().encode(json)),
    ),
    accept: fc.oneof(part, fc.constant("*/*")),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ operation, path, query, type, body, accept }) => {
      const url = new URL("http://acme.example");
      url.pathname = path.join("/");
      url.search = query.map((pair) => pair.join("=")).join("&");
      const headers = new Headers();
      for (const [name, value] of [
        ["content-type", type],
        ["accept", accept],
        ["cookie", accept],
        ["x-acme-trace", accept],
      ] as const) {
        try {
          headers.set(name, value);
        } catch {
          // No header can hold it, so that no request can bring it.
        }
      }
      const sent = await readRequest(new Request(url, { method: "POST", headers, body: body as BodyInit }));
      const { violations } = readArguments(jobs, validators, operation, sent);
      for (const violation of violations) expect(violation.expected).not.toBe("");
    }),
    { numRuns: 500 },
  );
});
