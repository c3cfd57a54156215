import { describe, expect, test } from "vitest";
import { BASE_URL, benchOf, caseOf, documentOf, JOB_ID, RPC } from "../../test/acme-jobs.ts";
import {
  type Change,
  findingsOn,
  headed,
  moved,
  unchanged,
  withArguments,
} from "../../test/changed-requests.ts";

const GET_JOB = caseOf("getJob", "200 succeeded");
const PATH = "/tenants/main/v3/jobs";

describe("path", () => {
  test.each<{ given: Change; want: unknown[] }>([
    {
      given: moved((url) => {
        url.pathname = `${PATH}/`;
      }),
      want: [
        "fail",
        'path parameter jobId="f61d60d2-698a-46dc-a266-88df27644956"',
        'path parameter jobId=""',
      ],
    },
    {
      given: moved((url) => {
        url.pathname = `${PATH}/other`;
      }),
      want: ["fail", `path parameter jobId="${JOB_ID}"`, 'path parameter jobId="other"'],
    },
    {
      given: moved((url) => {
        url.pathname = `/jobs/${JOB_ID}`;
      }),
      want: ["fail", `path ${PATH}/{jobId}`, `path /jobs/${JOB_ID}`],
    },
    {
      given: moved((url) => {
        url.pathname = `/tenants/other/v3/jobs/${JOB_ID}`;
      }),
      want: ["fail", `path ${PATH}/{jobId}`, `path /tenants/other/v3/jobs/${JOB_ID}`],
    },
    {
      given: moved((url) => {
        url.pathname = `${PATH}/${JOB_ID}/`;
      }),
      want: ["fail", `path ${PATH}/{jobId}`, `path ${PATH}/${JOB_ID}/`],
    },
    {
      given: moved((url) => {
        url.pathname = `/${url.pathname}`;
      }),
      want: ["fail", `path ${PATH}/{jobId}`, `path //tenants/main/v3/jobs/${JOB_ID}`],
    },
    {
      given: moved((url) => {
        url.pathname = `/tenants/main/v3/JOBS/${JOB_ID}`;
      }),
      want: ["fail", `path ${PATH}/{jobId}`, `path /tenants/main/v3/JOBS/${JOB_ID}`],
    },
  ])("$want.1, $want.2", async ({ given, want }) => {
    expect(await findingsOn(GET_JOB, given)).toEqual([want]);
  });
});

describe("an id is escaped once", () => {
  test.each([
    { id: "a/b", segment: "a%2Fb", want: "pass" },
    { id: "a/b", segment: "a/b", want: "fail" },
    { id: "a/b", segment: "a%252Fb", want: "fail" },
    { id: "50%", segment: "50%25", want: "pass" },
    { id: "50%25", segment: "50%25", want: "fail" },
    { id: "Übergröße 日本", segment: "%C3%9Cbergr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC", want: "pass" },
    { id: "a b", segment: "a+b", want: "fail" },
    { id: "a;b=1,c", segment: "a;b=1,c", want: "pass" },
    { id: "a?b#c", segment: "a%3Fb%23c", want: "pass" },
    { id: "{jobId}", segment: "%7BjobId%7D", want: "pass" },
  ])("$id as $segment: $want", async ({ id, segment, want }) => {
    const testCase = withArguments(GET_JOB, { path: { jobId: id } });
    const given: Change = (request) => ({
      ...request,
      url: request.url.replace(/jobs\/[^?]+/, `jobs/${segment}`),
    });
    expect((await findingsOn(testCase, given)).map(([verdict]) => verdict)).toEqual([want]);
    const own = await findingsOn(testCase, unchanged);
    expect(own).toEqual([["pass", "GET /jobs/{jobId}", "as documented"]]);
  });
});

describe("templates and styles beyond one parameter per segment", () => {
  test.each([
    { path: "/things/{id}:cancel", want: "/things/1%2F2:cancel" },
    { path: "/things/{id}.json", want: "/things/1%2F2.json" },
    { path: "/things/{id}-{part}", want: "/things/1%2F2-x" },
    { path: "/things/{list}", want: "/things/1%2C2" },
  ])("$path", async ({ path, want }) => {
    const parameters = [
      { name: "id", in: "path", required: true, schema: { type: "string" }, example: "1/2" },
      { name: "part", in: "path", required: true, schema: { type: "string" }, example: "x" },
      {
        name: "list",
        in: "path",
        required: true,
        schema: { type: "array", items: { type: "integer" } },
        example: [1, 2],
      },
      {
        name: "X-List",
        in: "header",
        schema: { type: "array", items: { type: "integer" } },
        example: [3, 4],
      },
    ].filter(({ name, in: place }) => place === "header" || path.includes(`{${name}}`));
    const things = documentOf({ parameters }, {}, { path });
    const on = benchOf(things);
    const testCase = caseOf("getThing", "200", things);
    const sent: string[] = [];
    const findings = await findingsOn(
      testCase,
      (request) => {
        sent.push(new URL(request.url).pathname.replace("/tenants/main/v3", ""));
        return request;
      },
      on,
    );
    expect(sent).toEqual([want]);
    expect(findings).toEqual([["pass", `GET ${path}`, "as documented"]]);
    const other = moved((url) => {
      url.pathname = url.pathname.replace("1", "7");
    });
    expect((await findingsOn(testCase, other, on)).map(([verdict]) => verdict)).toEqual(["fail"]);
  });
});

describe("query", () => {
  const known = "query parameters site, depth, fields, levels, verbose";
  test.each<{ given: (query: URLSearchParams) => void; want: unknown[][] }>([
    {
      given: (query) => query.set("stranger", "1"),
      want: [["fail", known, "query parameter stranger"]],
    },
    {
      given: (query) => query.delete("site"),
      want: [["fail", 'query parameter site="north & south"', "none"]],
    },
    {
      given: (query) => query.set("site", "north"),
      want: [["fail", 'query parameter site="north & south"', 'query parameter site="north"']],
    },
    {
      given: (query) => query.append("depth", "3"),
      want: [["fail", 'query parameter depth="3"', 'query parameter depth=["3","3"]']],
    },
    {
      given: (query) => query.set("depth", "3.0"),
      want: [["fail", 'query parameter depth="3"', 'query parameter depth="3.0"']],
    },
    {
      given: (query) => query.set("fields", "state,output"),
      want: [["fail", 'query parameter fields=["state","output"]', 'query parameter fields="state,output"']],
    },
    {
      given: (query) => query.set("fields", "state"),
      want: [["fail", 'query parameter fields=["state","output"]', 'query parameter fields="state"']],
    },
    {
      given: (query) => query.set("verbose", "true"),
      want: [["fail", "query parameter verbose left out", 'query parameter verbose="true"']],
    },
    {
      given: (query) => {
        query.delete("site");
        query.set("Site", "north & south");
      },
      want: [
        ["fail", known, "query parameter Site"],
        ["fail", 'query parameter site="north & south"', "none"],
      ],
    },
  ])("$want", async ({ given, want }) => {
    expect(
      await findingsOn(
        GET_JOB,
        moved((url) => given(url.searchParams)),
      ),
    ).toEqual(want);
  });

  test("an argument that the schema does not admit is told, too", async () => {
    const testCase = withArguments(GET_JOB, { query: { depth: 12, levels: [1, -2] } });
    expect(await findingsOn(testCase, unchanged)).toEqual([
      ["fail", "query parameter depth (must be <= 9)", "12"],
      ["fail", "query parameter levels (must be >= 0)", "-2"],
    ]);
  });
});

describe("headers", () => {
  test.each<{ given: (headers: Headers) => void; want: unknown[][] }>([
    {
      given: (headers) => headers.delete("x-acme-trace"),
      want: [["fail", 'header parameter X-Acme-Trace="trace-1"', "none"]],
    },
    {
      given: (headers) => headers.append("x-acme-trace", "2"),
      want: [
        ["fail", 'header parameter X-Acme-Trace="trace-1"', 'header parameter X-Acme-Trace="trace-1, 2"'],
      ],
    },
    {
      given: (headers) => headers.set("x-other", "1"),
      want: [["pass", "GET /jobs/{jobId}", "as documented"]],
    },
  ])("$want", async ({ given, want }) => {
    expect(await findingsOn(GET_JOB, headed(given))).toEqual(want);
  });
});

describe("where one path serves all operations", () => {
  const things = documentOf(
    { parameters: [queried("id", { schema: { type: "string" } }, "1")] },
    {},
    { root: RPC },
  );
  const on = benchOf(things);
  const testCase = caseOf("getThing", "200", things);
  test.each<{ name: string; given: Change; want: unknown[][] }>([
    { name: "as documented", given: unchanged, want: [["pass", "GET /thing", "as documented"]] },
    {
      name: "the operation's own path",
      given: moved((url) => {
        url.pathname = "/tenants/main/v3/thing";
      }),
      want: [["fail", "path /tenants/main/v3/", "path /tenants/main/v3/thing"]],
    },
    {
      name: "no slash at the end",
      given: moved((url) => {
        url.pathname = "/tenants/main/v3";
      }),
      want: [["fail", "path /tenants/main/v3/", "path /tenants/main/v3"]],
    },
    {
      name: "no operation",
      given: headed((headers) => headers.delete("x-acme-action")),
      want: [["fail", "header x-acme-action: getThing", "no such header"]],
    },
    {
      name: "another operation",
      given: headed((headers) => headers.set("x-acme-action", "GetThing")),
      want: [["fail", "header x-acme-action: getThing", "GetThing"]],
    },
    {
      name: "no version",
      given: headed((headers) => headers.delete("x-acme-version")),
      want: [["fail", "header x-acme-version: 2026-11-22", "no such header"]],
    },
    {
      name: "another version",
      given: headed((headers) => headers.set("x-acme-version", "2026-11-23")),
      want: [["fail", "header x-acme-version: 2026-11-22", "2026-11-23"]],
    },
    {
      name: "misspelt headers",
      given: headed((headers) => {
        for (const name of ["x-acme-action", "x-acme-version"]) {
          headers.set(name.replaceAll("-", "_"), headers.get(name) ?? "");
          headers.delete(name);
        }
      }),
      want: [
        ["fail", "header x-acme-action: getThing", "no such header"],
        ["fail", "header x-acme-version: 2026-11-22", "no such header"],
      ],
    },
    {
      name: "a parameter that is missing, too",
      given: moved((url) => url.searchParams.delete("id")),
      want: [["fail", 'query parameter id="1"', "none"]],
    },
  ])("$name", async ({ given, want }) => {
    expect(await findingsOn(testCase, given, on)).toEqual(want);
  });
});

describe("an operation with a server of its own", () => {
  const servers = [{ url: "https://login.acme.example/{realm}", variables: { realm: { default: "main" } } }];
  test.each([
    { given: { servers: [{ url: "https://login.acme.example/auth" }] }, want: "/auth/thing" },
    { given: { servers: [{ url: "https://login.acme.example" }] }, want: "/thing" },
    { given: { servers: [{ url: "/auth/" }] }, want: "/auth/thing" },
    { given: { servers }, want: "/main/thing" },
    { given: {}, want: "/tenants/main/v3/thing" },
  ])("is below its path: $given", async ({ given, want }) => {
    const things = documentOf(given);
    const testCase = caseOf("getThing", "200", things);
    const sent: string[] = [];
    const findings = await findingsOn(
      testCase,
      (request) => {
        sent.push(request.url);
        return request;
      },
      benchOf(things),
    );
    expect(sent).toEqual([`${new URL(BASE_URL).origin}${want}`]);
    expect(findings).toEqual([["pass", "GET /thing", "as documented"]]);
  });

  test("and nowhere else", async () => {
    const things = documentOf({ servers });
    const testCase = caseOf("getThing", "200", things);
    const given = moved((url) => {
      url.pathname = "/tenants/main/v3/thing";
    });
    expect(await findingsOn(testCase, given, benchOf(things))).toEqual([
      ["fail", "path /main/thing", "path /tenants/main/v3/thing"],
    ]);
  });
});

describe("a parameter that travels as JSON", () => {
  const schema = { type: "object", properties: { a: { type: "integer" }, b: { type: "array" } } };
  const things = documentOf({
    parameters: [queried("filter", { content: { "application/json": { schema } } }, { a: 1, b: ["x"] })],
  });
  const on = benchOf(things);
  const testCase = caseOf("getThing", "200", things);
  const expected = 'query parameter filter="{\\"a\\":1,\\"b\\":[\\"x\\"]}"';
  const pass = ["pass", "GET /thing", "as documented"];
  test.each<{ given: string; want: unknown[] }>([
    { given: '{"a":1,"b":["x"]}', want: pass },
    { given: '{ "b": ["x"], "a": 1 }', want: pass },
    { given: '{"a":2,"b":["x"]}', want: ["fail", expected, expect.stringContaining(":2,")] },
    { given: '{"a":"1","b":["x"]}', want: ["fail", expected, expect.any(String)] },
    { given: '{"a":1}', want: ["fail", expected, expect.any(String)] },
    { given: '{"a":1,"b":["x"],"c":1}', want: ["fail", expected, expect.any(String)] },
    { given: '{"a":1,"b":["x"]', want: ["fail", expected, expect.any(String)] },
    { given: "a,1,b,x", want: ["fail", expected, 'query parameter filter="a,1,b,x"'] },
    { given: "[object Object]", want: ["fail", expected, expect.any(String)] },
  ])("$given", async ({ given, want }) => {
    const change = moved((url) => url.searchParams.set("filter", given));
    expect(await findingsOn(testCase, change, on)).toEqual([want]);
  });

  test("that travels field by field instead is missed", async () => {
    const change = moved((url) => {
      url.searchParams.delete("filter");
      url.searchParams.set("filter.a", "1");
    });
    expect(await findingsOn(testCase, change, on)).toEqual([
      ["fail", "query parameters filter", "query parameter filter.a"],
      ["fail", 'query parameter filter={"a":1,"b":["x"]}', "none"],
    ]);
  });

  test("is judged by its schema", async () => {
    const given = withArguments(testCase, { query: { filter: { a: "x" } } });
    expect(await findingsOn(given, unchanged, on)).toEqual([
      ["fail", "query parameter filter (type integer)", '"x"'],
    ]);
  });
});

describe("a parameter that travels leaf by leaf", () => {
  const item = { type: "object", properties: { Name: { type: "string" }, Value: { type: "array" } } };
  const value = [{ Name: "n", Value: ["x", "y"] }, { Name: "m" }];
  const things = documentOf({
    parameters: [queried("Filter", { "x-flatten": true, schema: { type: "array", items: item } }, value)],
  });
  const on = benchOf(things);
  const testCase = caseOf("getThing", "200", things);
  const leaves = {
    "Filter.1.Name": "n",
    "Filter.1.Value.1": "x",
    "Filter.1.Value.2": "y",
    "Filter.2.Name": "m",
  };
  const verdictOn = async (fields: Record<string, string>) => {
    const change = moved((url) => {
      url.search = String(new URLSearchParams(fields));
    });
    return (await findingsOn(testCase, change, on)).map(([verdict]) => verdict);
  };
  const without = (name: string) =>
    Object.fromEntries(Object.entries(leaves).filter(([own]) => own !== name));

  test.each<{ name: string; given: Record<string, string>; want: string[] }>([
    { name: "in any order", given: Object.fromEntries(Object.entries(leaves).reverse()), want: ["pass"] },
    { name: "a leaf is missing", given: without("Filter.1.Value.2"), want: ["fail"] },
    { name: "a leaf too many", given: { ...leaves, "Filter.2.Value.1": "z" }, want: ["fail"] },
    { name: "a leaf with another value", given: { ...leaves, "Filter.2.Name": "n" }, want: ["fail"] },
    { name: "counted from 0", given: { ...without("Filter.2.Name"), "Filter.0.Name": "m" }, want: ["fail"] },
    {
      name: "items that skip a place",
      given: { ...without("Filter.2.Name"), "Filter.3.Name": "m" },
      want: ["fail"],
    },
    { name: "another case", given: { ...without("Filter.2.Name"), "Filter.2.name": "m" }, want: ["fail"] },
    { name: "as JSON", given: { Filter: JSON.stringify(value) }, want: ["fail"] },
    { name: "nothing", given: {}, want: ["fail"] },
    // A stranger, and a leaf that is missing.
    {
      name: "a misspelt name",
      given: { ...without("Filter.2.Name"), "Filters.2.Name": "m" },
      want: ["fail", "fail"],
    },
  ])("$name: $want", async ({ given, want }) => {
    expect(await verdictOn(given)).toEqual(want);
  });

  test("is sent so by the judge", async () => {
    const sent: object[] = [];
    const findings = await findingsOn(
      testCase,
      (request) => {
        sent.push(Object.fromEntries(new URL(request.url).searchParams));
        return request;
      },
      on,
    );
    expect(sent).toEqual([leaves]);
    expect(findings).toEqual([["pass", "GET /thing", "as documented"]]);
  });

  test("an empty one has no leaf to miss", async () => {
    const given = withArguments(testCase, { query: { Filter: [] } });
    expect(await findingsOn(given, unchanged, on)).toEqual([["pass", "GET /thing", "as documented"]]);
  });
});

function queried(name: string, more: object, example: unknown) {
  return { name, in: "query", required: true, example, ...more };
}
