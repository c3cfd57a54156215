import { describe, expect, test } from "vitest";
import { benchOf, caseOf, documentOf, JOB_ID } from "../../test/acme-jobs.ts";
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
    const given: Change = (request) =>
      new Request(request.url.replace(/jobs\/[^?]+/, `jobs/${segment}`), request);
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
      ["fail", "query parameter depth: must be <= 9", "12"],
      ["fail", "query parameter levels: must be >= 0", "-2"],
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
