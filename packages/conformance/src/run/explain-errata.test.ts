import { describe, expect, test } from "vitest";
import {
  answerTo,
  bench,
  benchOf,
  caseOf,
  document,
  documentOf,
  JOB_ID,
  json,
  OVERLAY,
  VENDOR,
} from "../../test/acme-jobs.ts";
import type { TestCase } from "../cases/test-case.ts";
import { type Erratum, loadErrata } from "../document/load-errata.ts";
import { type Answer, sendTo } from "../sandbox/answer.ts";
import { createErrata, type Errata } from "./explain-errata.ts";
import { type Bench, runCase } from "./run-case.ts";

const errata = await createErrata(document, await loadErrata(OVERLAY));

/** What explains each check that is not content, by the name of the check. */
async function explanations(
  testCase: TestCase,
  answer: Answer,
  by: Errata = errata,
  on: Bench = bench,
): Promise<Record<string, string[] | undefined>> {
  const { judged, input } = await runCase({ ...on, send: sendTo(async () => answer) }, testCase);
  const unclean = judged.filter(({ findings }) => findings.some(({ verdict }) => verdict !== "pass"));
  return Object.fromEntries(
    await Promise.all(unclean.map(async ({ check }) => [check, await by.explain(check, input)])),
  );
}

describe("a finding is explained by", () => {
  const paused = { "job-id": JOB_ID, state: "PAUSED" };
  const health = { healthy: true, since: "2026-11-22T07:10:36Z" };
  test.each<{
    name: string;
    on: [string, string];
    given: Answer;
    want: Record<string, string[] | undefined>;
  }>([
    {
      name: "one erratum",
      on: ["getLatestJob", "200 example"],
      given: json(200, paused),
      want: { "response-schema": ["paused-state"], "operation-status": ["paused-state"] },
    },
    {
      name: "one of two that act on the same body, of which the other would refuse it",
      on: ["getHealth", "200 example"],
      given: json(200, { ...health, version: "3.2" }),
      want: { "response-schema": ["health-version"] },
    },
    {
      name: "two together",
      on: ["getHealth", "200 example"],
      given: json(200, { healthy: true, since: 1, version: "3.2" }),
      want: { "response-schema": ["health-version", "health-epoch"] },
    },
    {
      name: "one that makes a vacuous code a documented one",
      on: ["getJob", "200 succeeded"],
      given: json(404, { code: "JobMoved", message: "m", details: [] }, VENDOR),
      want: { "status-code": undefined, "error-code": ["moved-code"] },
    },
    {
      name: "one that makes a vacuous body a whole one",
      on: ["getPlan", "200 nested"],
      given: json(200, { title: "all", weight: 1 }),
      want: { "response-schema": ["plan-without-steps"] },
    },
    {
      name: "none, if something unknown is in it, too",
      on: ["getHealth", "200 example"],
      given: json(200, { ...health, version: "3.2", stranger: 1 }),
      want: { "response-schema": undefined },
    },
    {
      name: "none, if what is known is still not right",
      on: ["getHealth", "200 example"],
      given: json(200, { ...health, version: 3.2 }),
      want: { "response-schema": undefined },
    },
    {
      name: "none, for another operation",
      on: ["findJobs", "200 found"],
      given: json(200, { retCode: "0", total: 1, retMsg: "ok", status: "PAUSED", hits: [] }),
      want: { "operation-status": undefined },
    },
    {
      name: "none, if it proves nothing by any reading",
      on: ["getHealth", "200 example"],
      given: json(200, {}),
      want: { "response-schema": undefined },
    },
    {
      name: "one that documents a status which nobody could ask for",
      on: ["cancelJob", "204"],
      given: { status: 202, headers: {} },
      want: { "status-code": ["cancel-accepted"] },
    },
    {
      name: "none, for a status that is documented nowhere",
      on: ["cancelJob", "204"],
      given: { status: 203, headers: {} },
      want: { "status-code": undefined },
    },
    {
      name: "none, for a documented status that was not asked for",
      on: ["getJob", "200 succeeded"],
      given: json(409, { code: "JobLocked" }, VENDOR),
      want: { "status-code": undefined },
    },
  ])("$name", async ({ on: [operation, name], given, want }) => {
    expect(await explanations(caseOf(operation, name), given)).toEqual(want);
  });
});

test("an answer as documented asks for no explanation", async () => {
  const testCase = caseOf("getHealth", "200 example");
  expect(await explanations(testCase, await answerTo(testCase))).toEqual({});
});

// Who was sent something wrong on purpose says more than the checks do: of that, an erratum explains nothing.
test.each(["status-code", "response-schema", "error-code"] as const)(
  "what %s has nothing against is explained by none",
  async (check) => {
    const testCase = caseOf("getHealth", "200 example");
    const answer = await answerTo(testCase);
    const { input } = await runCase({ ...bench, send: sendTo(async () => answer) }, testCase);
    expect(await errata.explain(check, input)).toBeUndefined();
  },
);

test("where no erratum is known, nothing is explained, and the document is what was observed", async () => {
  const none = await createErrata(document, []);
  expect(await none.observed()).toBe(document);
  const given = json(200, { "job-id": JOB_ID, state: "PAUSED" });
  expect(await explanations(caseOf("getLatestJob", "200 example"), given, none)).toEqual({
    "response-schema": undefined,
    "operation-status": undefined,
  });
});

describe("errata that hang together", () => {
  const RESPONSE = "$.paths['/thing'].get.responses['200']";
  const content = { "application/json": { schema: { type: "object", properties: { a: {} } } } };
  const things = documentOf({ responses: { "200": { description: "", content } } });
  const on = benchOf(things);
  const SCHEMA = `${RESPONSE}.content['application/json'].schema`;
  const given: Erratum[] = [
    {
      name: "base",
      evidence: "",
      actions: [
        { target: SCHEMA, update: { properties: { inner: { type: "object", properties: { b: {} } } } } },
      ],
    },
    {
      name: "on-top",
      evidence: "",
      actions: [{ target: `${SCHEMA}.properties.inner`, update: { properties: { c: {} } } }],
    },
  ];
  test.each([
    { body: { a: 1, inner: { b: 1 } }, want: ["base"] },
    { body: { a: 1, inner: { c: 1 } }, want: ["base", "on-top"] },
    { body: { a: 1, inner: { d: 1 } }, want: undefined },
  ])("one acts on what another adds: $body", async ({ body, want }) => {
    const by = await createErrata(things, given);
    expect(await explanations(caseOf("getThing", "200", things), json(200, body), by, on)).toEqual({
      "response-schema": want,
    });
  });

  test("of two that say the same, the first is named", async () => {
    const twins = ["a", "b"].map((name) => ({
      name,
      evidence: "",
      actions: [{ target: SCHEMA, update: { properties: { extra: {} } } }],
    }));
    const by = await createErrata(things, twins);
    const body = { a: 1, extra: 1 };
    expect(await explanations(caseOf("getThing", "200", things), json(200, body), by, on)).toEqual({
      "response-schema": ["a"],
    });
  });
});
