import { describe, expect, test } from "vitest";
import { caseOf, documentOf } from "../../test/acme-jobs.ts";
import { documents } from "../../test/providers.ts";
import { createArguments } from "../cases/create-arguments.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { tokenMembers, tokenParameters } from "../document/idempotency-tokens.ts";
import type { JsonObject } from "../document/json.ts";
import { type PlanOptions, planCases } from "../run/plan-cases.ts";
import { sendTo } from "../sandbox/answer.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { readModel } from "../sandbox/world/model.ts";
import { createLiveCaller } from "./live-caller.ts";
import { withOwnTokens } from "./own-tokens.ts";

const TOKEN = { "x-idempotency-token": true, schema: { type: "string" }, example: "shown" } as const;
const properties = { id: { type: "integer" }, token: { type: "string", ...TOKEN } };
const content = { "application/json": { schema: { properties }, example: { id: 1, token: "shown" } } };
const thing = documentOf(
  {
    parameters: [
      { name: "once", in: "query", ...TOKEN },
      { name: "X-Once", in: "header", ...TOKEN },
      { name: "plain", in: "query", schema: { type: "string" }, example: "shown" },
    ],
    requestBody: { content },
  },
  {},
  { method: "post" },
);
const shown = caseOf("getThing", "200", thing);

test("what is sent has new ones each time, where none was given", () => {
  const bare = { ...shown, arguments: createArguments(thing, shown.operation, { once: "mine" }, "required") };
  const sent = [withOwnTokens(thing, bare), withOwnTokens(thing, bare)].map((one) => one.arguments);
  expect(sent.map(({ query }) => query)).toEqual([{ once: "mine" }, { once: "mine" }]);
  const made = sent.flatMap(({ header, body }) => [
    header["X-Once"],
    (body as { value: JsonObject }).value.token,
  ]);
  expect(new Set(made).size).toBe(4);
  for (const token of made) expect(token).toMatch(/^[\da-f-]{36}$/);
});

test("where nothing is marked, nothing changes", () => {
  const plain = caseOf("getJob", "200 succeeded");
  const bare = caseOf("getThing", "200", documentOf({ requestBody: { content: { "text/plain": {} } } }));
  for (const given of [plain, bare]) expect(withOwnTokens(thing, given)).toEqual(given);
});

describe("a start that is sent a second time starts a second thing:", () => {
  const starts = documents.flatMap((document) => {
    // What sets going what is there already makes nothing new.
    const creating = [...readModel(document).operations].filter(([, { creates }]) => creates);
    return creating.flatMap(([id]) => (tokenNames(document, id).length > 0 ? [{ document, id }] : []));
  });

  test("there are some", () => expect(starts.length).toBeGreaterThan(1));

  test.each(starts)("$id", async ({ document, id }) => {
    expect(await startedBy(document, id, {})).toBe(2);
    // The service takes it for a repetition where the user says that it is one.
    const parameters = Object.fromEntries(tokenNames(document, id).map((name) => [name, "the-same"]));
    expect(await startedBy(document, id, parameters)).toBe(1);
  });
});

function tokenNames(document: Document, id: string): string[] {
  const operation = document.operations.find((one) => one.id === id) as TestCase["operation"];
  const media = operation.requestBody?.content ?? [];
  const members = media.flatMap((one) => tokenMembers(document.root, one));
  return [...tokenParameters(operation).map(({ name }) => name), ...members];
}

/** How many things there are after two runs. */
async function startedBy(
  document: Document,
  id: string,
  parameters: NonNullable<PlanOptions["parameters"]>,
): Promise<number> {
  const sandbox = await createSandbox({ documents: [document] });
  const env = { SETTLED_ACCESS_KEY_ID: "development-key", SETTLED_ACCESS_KEY_SECRET: "not-a-secret" };
  const caller = createLiveCaller({ document, baseUrl: "http://sandbox.invalid", env });
  for (let run = 0; run < 2; run += 1) {
    const plan = planCases(document, { targetKind: "live", allowWrites: [id], parameters });
    const asked = plan.filter(({ testCase, skip }) => testCase.operation.id === id && skip === undefined);
    for (const { testCase } of asked) await caller.call(testCase, sendTo(sandbox.respond));
  }
  return JSON.stringify(sandbox.snapshot()).split('"createdAt":').length - 1;
}
