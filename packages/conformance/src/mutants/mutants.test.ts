import { describe, expect, test } from "vitest";
import { answerTo, bench, benchOf, complaints, document, documentOf } from "../../test/acme-jobs.ts";
import { createModule } from "../../test/acme-jobs-client.ts";
import { createCases } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import { checks } from "../checks/checks.ts";
import type { CheckName } from "../checks/finding.ts";
import { askFor } from "../run/ask-for.ts";
import { createClientCaller } from "../run/client-caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { type Bench, type CaseRun, runCase } from "../run/run-case.ts";
import { runMutants } from "../run/run-mutants.ts";
import { sendTo } from "../sandbox/answer.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import type { Mutant, Situation } from "./mutant.ts";
import { mutants } from "./mutants.ts";

const { baseUrl } = bench;
const credentials = DEVELOPMENT_CREDENTIALS;
const call = createClientCaller(document, createModule(), { baseUrl, credentials });
// Only through a client can a result be broken.
const throughClient: Bench = { ...bench, call };
const runs = await runMutants(throughClient, createDocumentedAnswers(document));
const checkNames = Object.keys(checks) as CheckName[];

describe("the corpus", () => {
  test("holds at least 60 mutants, each with a name of its own", () => {
    expect(mutants.length).toBeGreaterThanOrEqual(60);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });

  test.each(checkNames)("has a mutant for the check %s", (check) => {
    expect(mutants.filter(({ breaks }) => breaks === check)).not.toEqual([]);
  });

  test("has no mutant that applies nowhere", () => {
    const applied = new Set(runs.map(({ mutant }) => mutant));
    expect(mutants.map(({ name }) => name).filter((name) => !applied.has(name))).toEqual([]);
  });
});

describe("on the fixture", () => {
  test.each([
    { caller: "the judge's own caller", on: bench },
    { caller: "a client", on: throughClient },
  ])("the unbroken sandbox raises nothing through $caller", async ({ on }) => {
    const asked: Bench = { ...on, targetHeaders: askFor };
    const raised = await Promise.all(
      createCases(document).map(async (testCase) => complaints((await runCase(asked, testCase)).judged)),
    );
    expect(raised.flat()).toEqual([]);
  });

  test.each(document.operations)("at least 8 mutants apply to $id, and all are caught", ({ id }) => {
    const own = runs.filter(({ operation }) => operation === id);
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(own.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
  });

  // No exceptions: on every case that a mutant applies to, the check that it breaks is among those that see it.
  test("every mutant is caught by the check it breaks, on every case it applies to", {
    timeout: 60_000,
  }, async () => {
    const everywhere = await runEverywhere();
    expect(everywhere.length).toBeGreaterThan(runs.length);
    expect(everywhere.filter(({ breaks, caughtBy }) => !caughtBy.includes(breaks))).toEqual([]);
  });
});

describe("a judge without the check", () => {
  // Some mutants are seen by several checks; what is missed tells whether this one is needed at all.
  test.each(checkNames)("%s lets mutants survive that are meant for it", (removed) => {
    const meant = runs.filter(({ breaks }) => breaks === removed);
    const survivors = meant.filter(({ caughtBy }) => caughtBy.every((check) => check === removed));
    expect(survivors).not.toEqual([]);
  });

  test("none lets every mutant survive", async () => {
    const blind: Mutant = {
      side: "answer",
      name: "unbroken",
      breaks: "status-code",
      mutate: (answer) => answer,
    };
    const [operation] = document.operations;
    const on = { ...throughClient, document: { ...document, operations: operation ? [operation] : [] } };
    const [survivor] = await runMutants(on, createDocumentedAnswers(document), [blind]);
    expect(survivor).toMatchObject({ mutant: "unbroken", caughtBy: [] });
  });
});

describe("credentials are spoilt", () => {
  const schemes = {
    Query: { type: "apiKey", in: "query", name: "key" },
    Cookie: { type: "apiKey", in: "cookie", name: "session" },
    Header: { type: "apiKey", in: "header", name: "X-Key" },
    Bearer: { type: "http", scheme: "bearer" },
  };
  const spoilers = mutants.filter(({ breaks }) => breaks === "authentication");

  test.each([
    { given: [{ Query: [] }], want: 3 },
    { given: [{ Cookie: [] }], want: 3 },
    { given: [{ Header: [] }], want: 3 },
    { given: [{ Bearer: [] }], want: 4 },
    { given: [{ Bearer: [] }, {}], want: 0 },
    // One of several may be missing alone.
    { given: [{ Bearer: [], Query: [] }], want: 5 },
    // Without the one, or with another one, the other is as good.
    { given: [{ Bearer: [], Query: [] }, { Query: [] }], want: 3 },
    { given: [], want: 0 },
  ])("and missed: $given", async ({ given, want }) => {
    const secured = documentOf({ security: given }, { securitySchemes: schemes });
    const spoilt = await runMutants(benchOf(secured), createDocumentedAnswers(secured), spoilers);
    expect(spoilt.map(({ caughtBy }) => caughtBy)).toEqual(Array(want).fill(["authentication"]));
  });
});

describe("what is no deviation is no mutant", () => {
  const open = { type: "object", properties: { a: { type: "string" } }, additionalProperties: true };
  test.each([
    {
      name: "an empty object, of which no member can be left out",
      schema: { properties: {} },
      example: {},
    },
    {
      name: "a stranger in an object that is open, below one that is not",
      schema: { properties: { in: open } },
      example: { in: { a: "x" } },
    },
    {
      name: "a pattern that is one without the flag u alone, and admits much",
      schema: { properties: { a: { type: "string", pattern: "^[^\\_]*$" } } },
      example: { a: "x" },
    },
    {
      name: "a stranger in an object that another part of its schema opens",
      schema: { properties: { in: { allOf: [{ properties: { a: {} } }, { additionalProperties: {} }] } } },
      example: { in: { a: "x" } },
    },
    {
      name: "another case of what has none",
      schema: { properties: { a: { enum: [true, false] }, b: { enum: ["x\ny", 1] } } },
      example: { a: true, b: "x\ny" },
    },
    {
      name: "a text where a text may be",
      schema: { properties: { a: { oneOf: [{ type: "integer" }, { type: "string" }] } } },
      example: { a: "x" },
    },
    {
      name: "a query without what stands for nothing",
      schema: { properties: { a: { type: "string" } } },
      example: { a: "x" },
      parameters: [{ name: "q", in: "query", schema: { type: "array", default: [] } }],
    },
  ])("$name", async ({ schema, example, parameters = [] }) => {
    const content = { "application/json": { schema: { type: "object", ...schema }, example } };
    const own = documentOf({ parameters, responses: { "200": { description: "", content } } });
    const broken = await runMutants(benchOf(own), createDocumentedAnswers(own));
    expect(broken.length).toBeGreaterThan(10);
    expect(broken.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
  });
});

test.each([{}, { schema: {} }])(
  "of an answer whose only documentation is an empty example, an envelope is none: %o",
  async (more) => {
    const content = { "application/json": { example: {}, ...more } };
    const own = documentOf({ responses: { "200": { description: "", content } } });
    const broken = await runMutants(benchOf(own), createDocumentedAnswers(own));
    expect(broken.length).toBeGreaterThan(5);
    expect(broken.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
  },
);

test("are run no further once it is called off", async () => {
  const off = new AbortController();
  const sandbox = createDocumentedAnswers(document);
  const few = await runMutants(
    throughClient,
    async (request) => {
      off.abort();
      return sandbox(request);
    },
    undefined,
    off.signal,
  );
  expect([few.length, runs.length > 0]).toEqual([0, true]);
});

/** Each mutant on each case, where `runMutants` is content with the first. */
async function runEverywhere() {
  const found = [];
  const cases = createCases(document);
  const answers = new Map(
    await Promise.all(cases.map(async (testCase) => [testCase, await answerTo(testCase)] as const)),
  );
  for (const testCase of cases) {
    const own = new Map([...answers].filter(([{ operation }]) => operation === testCase.operation));
    const { authority } = bench;
    const situation = { document, testCase, answers: own, ...(authority && { authority }) };
    for (const mutant of mutants) {
      const run = await runBroken(mutant, situation);
      if (run)
        found.push({ mutant: mutant.name, ...labelOf(testCase), breaks: mutant.breaks, ...seenIn(run) });
    }
  }
  return found;
}

async function runBroken(mutant: Mutant, situation: Situation): Promise<CaseRun | undefined> {
  const { testCase, answers } = situation;
  const answer = answers.get(testCase);
  if (!answer) throw new Error("no answer");
  if (mutant.side === "answer") {
    const broken = mutant.mutate(answer, situation);
    const send = sendTo(async () => broken ?? answer);
    return broken && runCase({ ...throughClient, send, timeout: 50 }, testCase);
  }
  const arriving = mutant.side === "result" && mutant.answer ? mutant.answer(answer, situation) : answer;
  if (!arriving) return undefined;
  let applies = false;
  const apply = <Whole>(broken: Whole | undefined): Whole | undefined => {
    applies ||= broken !== undefined;
    return broken;
  };
  const run = await runCase({ ...throughClient, send: sendTo(async () => arriving) }, testCase, {
    request: async (sent) =>
      (mutant.side === "request" && apply(await mutant.mutate(sent, situation))) || sent,
    outcome: (outcome) =>
      (mutant.side === "result" && outcome?.kind === "result" && apply(mutant.mutate(outcome, situation))) ||
      outcome,
  });
  return applies ? run : undefined;
}

function labelOf({ operation, name }: TestCase) {
  return { operation: operation.id, case: name };
}

function seenIn({ judged }: CaseRun) {
  const seen = judged.filter(({ findings }) => findings.some(({ verdict }) => verdict !== "pass"));
  return { caughtBy: seen.map(({ check }) => check) };
}
