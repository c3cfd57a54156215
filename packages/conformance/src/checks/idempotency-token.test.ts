import { describe, expect, test } from "vitest";
import { BASE_URL, benchOf, caseOf, documentOf } from "../../test/acme-jobs.ts";
import { type Change, findingsOn } from "../../test/changed-requests.ts";
import { takeRequest } from "../wire/fetch.ts";

const TOKEN = { "x-idempotency-token": true } as const;
const schema = { type: "string", maxLength: 8 };

async function verdictsOn(operation: object, change: Change): Promise<unknown[]> {
  const from = documentOf(operation, {}, { method: "post" });
  const findings = await findingsOn(caseOf("getThing", "200", from), change, benchOf(from));
  return findings.map(([verdict]) => verdict);
}

const posted =
  (query: string, headers: Record<string, string> = {}, body?: string): Change =>
  () =>
    takeRequest(
      new Request(`${BASE_URL}/thing${query}`, {
        method: "POST",
        headers,
        ...(body !== undefined && { body }),
      }),
    );

describe("a client that was given no token may make one up, in a parameter that is marked", () => {
  const parameters = [
    { name: "token", in: "query", schema, ...TOKEN },
    { name: "plain", in: "query", schema },
    { name: "X-Token", in: "header", schema, ...TOKEN },
  ];
  test.each([
    { name: "none", given: posted(""), want: "pass" },
    { name: "a query's", given: posted("?token=t-1"), want: "pass" },
    { name: "a header's", given: posted("", { "x-token": "t-1" }), want: "pass" },
    { name: "an empty one", given: posted("?token="), want: "fail" },
    { name: "two", given: posted("?token=a&token=b"), want: "fail" },
    { name: "one that its schema does not admit", given: posted("?token=123456789"), want: "fail" },
    { name: "one that is not marked", given: posted("?plain=t-1"), want: "fail" },
  ])("$name: $want", async ({ given, want }) => {
    expect(await verdictsOn({ parameters }, given)).toEqual([want]);
  });

  test.each([
    { name: "kept", given: posted("?token=given"), want: "pass" },
    { name: "dropped", given: posted(""), want: "fail" },
    { name: "replaced", given: posted("?token=t-1"), want: "fail" },
  ])("one that was given is $name: $want", async ({ given, want }) => {
    const token = [{ name: "token", in: "query", schema, ...TOKEN, example: "given" }];
    expect(await verdictsOn({ parameters: token }, given)).toEqual([want]);
  });
});

describe("or in a member of the body", () => {
  const properties = { id: { type: "integer" }, token: { ...schema, ...TOKEN }, plain: schema };
  const plain = { type: "object", properties };
  const bodyOf = (type: string, body: object) => ({
    requestBody: { content: { [type]: { schema: body, example: { id: 1 } } } },
  });
  const JSON_TYPE = "application/json";
  const FORM_TYPE = "application/x-www-form-urlencoded";

  test.each<{ type: string; body: object; sent: string; want: string }>([
    { type: JSON_TYPE, body: plain, sent: '{"id":1,"token":"t-1"}', want: "pass" },
    { type: JSON_TYPE, body: { allOf: [plain] }, sent: '{"id":1,"token":"t-1"}', want: "pass" },
    { type: JSON_TYPE, body: plain, sent: '{"id":1,"token":"123456789"}', want: "fail" },
    { type: JSON_TYPE, body: plain, sent: '{"id":1,"plain":"t-1"}', want: "fail" },
    { type: JSON_TYPE, body: plain, sent: '{"token":"t-1"}', want: "fail" },
    { type: FORM_TYPE, body: plain, sent: "id=1&token=t-1", want: "pass" },
    { type: FORM_TYPE, body: plain, sent: "id=1&token=123456789", want: "fail" },
    { type: FORM_TYPE, body: plain, sent: "id=1&plain=t-1", want: "fail" },
  ])("$type $sent: $want", async ({ type, body, sent, want }) => {
    const change = posted("", { "content-type": type }, sent);
    expect(await verdictsOn(bodyOf(type, body), change)).toEqual([want]);
  });
});
