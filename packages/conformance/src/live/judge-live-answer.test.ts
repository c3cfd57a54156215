import { expect, test } from "vitest";
import { benchOf, documentOf } from "../../test/acme-jobs.ts";
import { runCheck } from "../run/run-check.ts";
import { sendTo } from "../sandbox/answer.ts";

const text = { type: "string" };
const ID = { name: "thingId", in: "query", required: true, schema: text, example: "t1" };
const KIND = { name: "kind", in: "query", required: true, schema: { enum: ["a", "b"] }, example: "a" };
const FILTER = { name: "filter", in: "query", schema: text, example: "f" };
const requestBody = (members: object, required: readonly string[] = []) => ({
  content: {
    "application/json": {
      schema: { type: "object", properties: members, required },
      example: { filter: "f", name: "n" },
    },
  },
});
const IDS = "to the ids of the document's example; give yours with --param name=value";
const MORE = "without what is optional; give it with --param name=value";

/** What is said of a service that refuses what is right: the skip's reason, or what fails. */
async function told(operation: object, status: number, parameters: Record<string, string>): Promise<string> {
  const responses = Object.fromEntries(
    ["200", "400", "404"].map((one) => [one, { description: "A thing." }]),
  );
  const document = documentOf({ responses, "x-safe": true, ...operation }, {}, { method: "post" });
  const { report } = await runCheck({
    ...benchOf(document),
    send: sendTo(async () => ({ status, headers: {} })),
    targetKind: "live",
    parameters,
  });
  const entries = report.checks.filter(({ case: name }) => name === "200");
  const found =
    entries.find(({ verdict }) => verdict === "fail") ?? entries.find(({ verdict }) => verdict === "skip");
  return `${found?.verdict}: ${found?.received}`;
}

test.each<{
  name: string;
  operation: object;
  status: number;
  given?: Record<string, string>;
  want: string;
}>([
  { name: "nothing", operation: {}, status: 400, want: "fail: 400" },
  {
    name: "a choice, and no more there is",
    operation: { parameters: [KIND] },
    status: 400,
    want: `skip: the service answered 400 ${IDS}`,
  },
  {
    name: "an example's id",
    operation: { parameters: [ID] },
    status: 404,
    want: `skip: the service answered 404 ${IDS}`,
  },
  {
    name: "less than there is",
    operation: { parameters: [FILTER] },
    status: 400,
    want: `skip: the service answered 400 ${MORE}`,
  },
  { name: "less, and finds nothing", operation: { parameters: [FILTER] }, status: 404, want: "fail: 404" },
  {
    name: "less of a body than there is",
    operation: { requestBody: requestBody({ filter: text }) },
    status: 400,
    want: `skip: the service answered 400 ${MORE}`,
  },
  {
    name: "a part of the document's body",
    operation: { requestBody: requestBody({ filter: text, name: text }, ["name"]) },
    status: 400,
    want: `skip: the service answered 400 ${IDS}`,
  },
  {
    name: "a member that is given",
    operation: { requestBody: requestBody({ filter: text, name: text }) },
    status: 400,
    given: { name: "mine" },
    want: "fail: 400, to what you gave (body)",
  },
  {
    name: "an id that is given",
    operation: { parameters: [ID, FILTER] },
    status: 404,
    given: { thingId: "mine" },
    want: "fail: 404, to what you gave (thingId)",
  },
])("asked with $name, it answers $status: $want", async ({ operation, status, given = {}, want }) => {
  expect(await told(operation, status, given)).toBe(want);
});
