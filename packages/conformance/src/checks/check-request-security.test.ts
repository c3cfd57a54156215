import { describe, expect, test } from "vitest";
import { BASE_URL, benchOf, caseOf, documentOf } from "../../test/acme-jobs.ts";
import { type Change, findingsOn, headed, unchanged } from "../../test/changed-requests.ts";

const GET_JOB = caseOf("getJob", "200 succeeded");

describe("credentials", () => {
  const any = "header X-Acme-Token or Authorization: basic … or Authorization: ACME-HMAC-SHA256 …";
  const pass = ["pass", "GET /jobs/{jobId}", "as documented"];
  test.each<{ given: Record<string, string>; want: unknown[] }>([
    { given: { "x-acme-token": "t" }, want: pass },
    { given: { authorization: "Basic dTpw" }, want: pass },
    { given: { authorization: "bAsIc dTpw" }, want: pass },
    { given: { authorization: "ACME-HMAC-SHA256 Credential=x, Signature=y" }, want: pass },
    { given: {}, want: ["fail", any, "no credentials"] },
    { given: { "x-acme-token": "" }, want: ["fail", any, "no credentials"] },
    { given: { authorization: "Basic" }, want: ["fail", any, "Authorization: without a scheme …"] },
    { given: { authorization: "Bearer secret" }, want: ["fail", any, "Authorization: Bearer …"] },
    // What has no scheme may be a secret as a whole.
    { given: { authorization: "s3cret" }, want: ["fail", any, "Authorization: without a scheme …"] },
  ])("$given", async ({ given, want }) => {
    const replaced = headed((headers) => {
      headers.delete("x-acme-token");
      for (const [name, value] of Object.entries(given)) headers.set(name, value);
    });
    expect(await findingsOn(GET_JOB, replaced)).toEqual([want]);
  });

  test("are not asked of an operation that needs none", async () => {
    const testCase = caseOf("getHealth", "200 example");
    expect(await findingsOn(testCase, unchanged)).toEqual([["pass", "GET /health", "as documented"]]);
  });

  test.each([
    { name: "a query key", given: "?key=k", want: "pass" },
    { name: "an empty query key", given: "?key=", want: "fail" },
    { name: "a cookie", given: "", cookie: "theme=dark; session=s", want: "pass" },
    { name: "a cookie of another name", given: "", cookie: "xsession=s", want: "fail" },
  ])("$name: $want", async ({ given, cookie, want }) => {
    const securitySchemes = {
      Query: { type: "apiKey", in: "query", name: "key" },
      Cookie: { type: "apiKey", in: "cookie", name: "session" },
    };
    const secured = documentOf({ security: [{ Query: [] }, { Cookie: [] }] }, { securitySchemes });
    const request: Change = () =>
      new Request(`${BASE_URL}/thing${given}`, { headers: cookie === undefined ? {} : { cookie } });
    const findings = await findingsOn(caseOf("getThing", "200", secured), request, benchOf(secured));
    expect(findings.map(([verdict]) => verdict)).toEqual([want]);
  });

  test("of one alternative are all needed", async () => {
    const securitySchemes = {
      Key: { type: "apiKey", in: "header", name: "X-Key" },
      Basic: { type: "http", scheme: "basic" },
    };
    const secured = documentOf({ security: [{ Key: [], Basic: [] }] }, { securitySchemes });
    const on = benchOf(secured);
    const testCase = caseOf("getThing", "200", secured);
    const half = headed((headers) => headers.set("x-key", "k"));
    const whole = headed((headers) => {
      headers.set("x-key", "k");
      headers.set("authorization", "Basic dTpw");
    });
    expect(await findingsOn(testCase, half, on)).toEqual([
      ["fail", "header X-Key and Authorization: basic …", "no credentials"],
    ]);
    expect(await findingsOn(testCase, whole, on)).toEqual([["pass", "GET /thing", "as documented"]]);
  });
});
