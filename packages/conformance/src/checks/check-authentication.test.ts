import { describe, expect, test } from "vitest";
import {
  BASE_URL,
  bench,
  benchOf,
  caseOf,
  documentOf,
  findingsOf,
  judgeTampered,
} from "../../test/acme-jobs.ts";
import { type Change, headed } from "../../test/changed-requests.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Bench } from "../run/run-case.ts";
import { takeRequest } from "../wire/fetch.ts";

const GET_JOB = caseOf("getJob", "200 succeeded");
/** `developer:not-a-password` */
const GOOD = "ZGV2ZWxvcGVyOm5vdC1hLXBhc3N3b3Jk";
/** `developer:somebody-elses` */
const OTHER = "ZGV2ZWxvcGVyOnNvbWVib2R5LWVsc2Vz";

/** What the check says, if the judge's own request is changed on its way. */
async function findingsOn(testCase: TestCase, request: Change, on: Bench = bench): Promise<unknown[][]> {
  return findingsOf(await judgeTampered(testCase, { request }, on), "authentication");
}

function authenticated(given: Record<string, string>): Change {
  return headed((headers) => {
    headers.delete("x-acme-token");
    for (const [name, value] of Object.entries(given)) headers.set(name, value);
  });
}

describe("credentials are in the place of one alternative", () => {
  const any = "header X-Acme-Token or Authorization: basic … or Authorization: ACME-HMAC-SHA256 …";
  test.each<{ given: Record<string, string>; want: unknown[] }>([
    { given: {}, want: ["fail", any, "no credentials"] },
    { given: { "x-acme-token": "" }, want: ["fail", any, "no credentials"] },
    { given: { authorization: "Basic" }, want: ["fail", any, "Authorization: without a scheme …"] },
    { given: { authorization: "Bearer secret" }, want: ["fail", any, "Authorization: Bearer …"] },
    // What has no scheme may be a secret as a whole.
    { given: { authorization: "s3cret" }, want: ["fail", any, "Authorization: without a scheme …"] },
  ])("$given", async ({ given, want }) => {
    expect(await findingsOn(GET_JOB, authenticated(given))).toEqual([want]);
  });
});

describe("credentials are those that were handed out", () => {
  const token = "header X-Acme-Token";
  const basic = "Authorization: basic …";
  test.each<{ given: Record<string, string>; want: unknown[] }>([
    { given: { "x-acme-token": "not-a-token" }, want: ["pass", token, token] },
    { given: { "x-acme-token": "t0ken" }, want: ["fail", `${token}, as it was given`, "another one"] },
    { given: { authorization: `Basic ${GOOD}` }, want: ["pass", basic, basic] },
    { given: { authorization: `bAsIc ${GOOD}` }, want: ["pass", basic, basic] },
    {
      given: { authorization: `Basic ${OTHER}` },
      want: ["fail", `${basic}, as it was given`, "another one"],
    },
    // One good credential is enough.
    { given: { authorization: `Basic ${GOOD}`, "x-acme-token": "t0ken" }, want: ["pass", basic, basic] },
  ])("$given", async ({ given, want }) => {
    expect(await findingsOn(GET_JOB, authenticated(given))).toEqual([want]);
  });

  test("and are any, where nobody knows which were", async () => {
    const { authority: _, ...blind } = bench;
    for (const given of [
      { "x-acme-token": "t0ken" },
      { authorization: `Basic ${OTHER}` },
      { authorization: "ACME-HMAC-SHA256 Key=x,SignedHeaders=host,Signature=y" },
    ]) {
      expect(await findingsOn(GET_JOB, authenticated(given), blind)).toEqual([
        ["pass", expect.any(String), expect.any(String)],
      ]);
    }
  });

  test("of the scheme that a case asks for, where it asks for one", async () => {
    const bySignature = caseOf("getJob", "200 succeeded by AcmeSignature");
    expect(await findingsOn(bySignature, (request) => request)).toEqual([
      ["pass", "Authorization: ACME-HMAC-SHA256 …", "Authorization: ACME-HMAC-SHA256 …"],
    ]);
    expect(await findingsOn(bySignature, authenticated({ authorization: `Basic ${GOOD}` }))).toEqual([
      ["fail", "Authorization: ACME-HMAC-SHA256 …", "Authorization: Basic …"],
    ]);
  });
});

test("nothing is asked of an operation that needs no credentials", async () => {
  const testCase = caseOf("getHealth", "200 example");
  expect(await findingsOn(testCase, (request) => request)).toEqual([]);
});

test.each([
  { name: "a query key", given: "?key=not-a-token", want: "pass" },
  { name: "another query key", given: "?key=k", want: "fail" },
  { name: "an empty query key", given: "?key=", want: "fail" },
  { name: "a cookie", given: "", cookie: "theme=dark; session=not-a-token", want: "pass" },
  { name: "a cookie of another value", given: "", cookie: "session=not-a-token0", want: "fail" },
  { name: "a cookie of another name", given: "", cookie: "xsession=not-a-token", want: "fail" },
])("$name: $want", async ({ given, cookie, want }) => {
  const securitySchemes = {
    Query: { type: "apiKey", in: "query", name: "key" },
    Cookie: { type: "apiKey", in: "cookie", name: "session" },
  };
  const secured = documentOf({ security: [{ Query: [] }, { Cookie: [] }] }, { securitySchemes });
  const request: Change = () =>
    takeRequest(
      new Request(`${BASE_URL}/thing${given}`, { headers: cookie === undefined ? {} : { cookie } }),
    );
  const findings = await findingsOn(caseOf("getThing", "200", secured), request, benchOf(secured));
  expect(findings.map(([verdict]) => verdict)).toEqual([want]);
});

test("of one alternative all are needed", async () => {
  const securitySchemes = {
    Key: { type: "apiKey", in: "header", name: "X-Key" },
    Basic: { type: "http", scheme: "basic" },
  };
  const secured = documentOf({ security: [{ Key: [], Basic: [] }] }, { securitySchemes });
  const testCase = caseOf("getThing", "200", secured);
  const both = "header X-Key and Authorization: basic …";
  const half = headed((headers) => {
    headers.set("x-key", "not-a-token");
    headers.delete("authorization");
  });
  const whole = headed((headers) => {
    headers.set("x-key", "not-a-token");
    headers.set("authorization", `Basic ${GOOD}`);
  });
  expect(await findingsOn(testCase, half, benchOf(secured))).toEqual([["fail", both, "header X-Key alone"]]);
  expect(await findingsOn(testCase, whole, benchOf(secured))).toEqual([["pass", both, both]]);
});
