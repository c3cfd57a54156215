import { describe, expect, test } from "vitest";
import { document as acme, documentOf } from "../../test/acme-jobs.ts";
import { outgoing } from "../../test/messages.ts";
import { documents } from "../../test/providers.ts";
import type { Document } from "../document/document.ts";
import { createDirectCaller } from "../run/caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { runCase } from "../run/run-case.ts";
import { type Answer, type Responder, sendTo } from "../sandbox/answer.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { lazyValidators } from "../schema/compile-validators.ts";
import { documentedCodes } from "./documented-refusal.ts";
import { judgeNegative } from "./judge-negative.ts";
import { WRONG_CREDENTIALS } from "./live-caller.ts";
import type { NegativeCase } from "./negative-case.ts";
import { negativeCases } from "./negative-cases.ts";

const baseUrl = "http://sandbox.invalid";

const FORGED = { accessKey: { id: "development-key", secret: "not-the-secret" } };

/** What is not green, of the answers that a responder gives; and the kinds of what is. */
async function judgeAll(document: Document, respond: Responder, cases: readonly NegativeCase[]) {
  const validators = lazyValidators(document);
  const callers = {
    own: createDirectCaller(document, { baseUrl, credentials: DEVELOPMENT_CREDENTIALS }),
    none: createDirectCaller(document, { baseUrl }),
    wrong: createDirectCaller(document, { baseUrl, credentials: WRONG_CREDENTIALS }),
    "wrong-secret": createDirectCaller(document, { baseUrl, credentials: FORGED }),
    stale: createDirectCaller(document, { baseUrl, credentials: DEVELOPMENT_CREDENTIALS, late: 3_600_000 }),
  };
  const green = new Set<string>();
  const others: string[] = [];
  for (const testCase of cases) {
    const call = callers[testCase.negative.bears];
    const bench = { document, validators, baseUrl, call, send: sendTo(respond), timeout: 5000 };
    const verdict = judgeNegative(await runCase(bench, testCase));
    const findings = "skip" in verdict ? [] : verdict.judged.flatMap((one) => one.findings);
    const bad = findings.find(({ verdict: own }) => own !== "pass");
    const name = `${testCase.operation.id} ${testCase.name}`;
    if (bad) others.push(`${name}: ${bad.verdict} ${bad.expected} / ${bad.received}`);
    else if (findings.length > 0) green.add(testCase.negative.kind);
  }
  return { green, others };
}

/** Those that a mutant can be told by: of what is not documented, nothing is. */
const telling = (document: Document) =>
  negativeCases(document, {}, true).filter(({ negative }) => negative.kind !== "empty-text");

describe.each(documents.map((document) => ({ name: nameOf(document), document })))(
  "$name",
  ({ document }) => {
    test("the sandbox refuses all that is wrong on purpose, as documented", async () => {
      const { respond } = await createSandbox({ documents: [document] });
      const { green, others } = await judgeAll(document, respond, negativeCases(document, {}, true));
      expect(others).toEqual([]);
      const kinds = negativeCases(document).map(({ negative }) => negative.kind);
      // Where a 401 is documented; of the others there may be none that says anything.
      expect([...green]).toEqual(expect.arrayContaining(kinds.filter((kind) => /-credentials$/.test(kind))));
    });

    const broken: Record<string, (answer: Answer) => Answer> = {
      "takes everything for right": () => ({
        status: 200,
        headers: { "content-type": "application/json" },
        body: "{}",
      }),
      "falls over": (answer) => ({ ...answer, status: 500 }),
      "is a teapot": (answer) => ({ ...answer, status: 418 }),
      "says nothing": (answer) => ({ status: answer.status, headers: {}, body: "" }),
    };
    test.each(Object.keys(broken))("a service that %s is found out, by each of them", async (name) => {
      const { respond } = await createSandbox({ documents: [document] });
      const mutant: Responder = async (request) =>
        (broken[name] as (answer: Answer) => Answer)(await respond(request));
      const cases = telling(document).filter((one) => name !== "says nothing" || hasBody(one));
      const { others } = await judgeAll(document, mutant, cases);
      expect(others).toHaveLength(cases.length);
    });

    test("a service with a code of its own is found out, wherever a code is documented", async () => {
      const { respond } = await createSandbox({ documents: [document] });
      const cases: NegativeCase[] = telling(document);
      const code = new RegExp(`"(${[...membersWithCode(document)].join("|")})":"[^"]+"`);
      let changed = 0;
      const mutant: Responder = async (request) => {
        const answer = await respond(request);
        const body = String(answer.body ?? "").replace(code, '"$1":"OfItsOwn"');
        if (body !== String(answer.body ?? "")) changed += 1;
        return { ...answer, body };
      };
      const { others } = await judgeAll(document, mutant, cases);
      const coded = cases.filter((one) => hasCode(document, one));
      if (coded.length > 0) expect(others.length).toBeGreaterThan(0);
      expect(others.length).toBeLessThanOrEqual(changed);
    });
  },
);

describe("each kind of mistake has a case that all of it passes", () => {
  test("among all providers", async () => {
    const kinds = documents.flatMap((document) => telling(document).map(({ negative }) => negative.kind));
    expect(new Set(kinds)).toEqual(
      new Set([
        ...["no-credentials", "wrong-credentials", "wrong-signature", "stale-date"],
        ...["unknown-id", "malformed-id", "out-of-range"],
      ]),
    );
  });

  test("they are the same each time", () => {
    const shown = (document: Document) =>
      JSON.stringify(negativeCases(document).map(({ name, arguments: a }) => [name, a]));
    for (const document of documents) expect(shown(document)).toBe(shown(document));
  });

  test("none of them changes anything", () => {
    const asked = new Set(negativeCases(acme).map(({ operation }) => operation.id));
    expect([...asked]).toEqual(["getLatestJob", "getJob", "getPlan", "getLog"]);
  });
});

describe("a key that is used wrongly is refused with the code that the document has for it", () => {
  const wrongs = [
    { kind: "wrong-credentials", mistake: "keyUnknown" },
    { kind: "wrong-signature", mistake: "signatureWrong" },
    { kind: "stale-date", mistake: "dateSkewed" },
  ] as const;
  const rows = documents.flatMap((document) =>
    wrongs.flatMap(({ kind, mistake }) => {
      const refusals = document.root["x-refusals"] as Record<string, string> | undefined;
      const known = refusals?.[mistake];
      return known === undefined ? [] : [{ name: nameOf(document), document, kind, known }];
    }),
  );

  test.each(rows)("$name, $kind", async ({ document, kind, known }) => {
    const own = telling(document).filter(({ negative }) => negative.kind === kind);
    expect(own).toHaveLength(1);
    const { respond } = await createSandbox({ documents: [document] });
    const bodies: string[] = [];
    const keep: Responder = async (request) => {
      const answer = await respond(request);
      bodies.push(String(answer.body));
      return answer;
    };
    expect((await judgeAll(document, keep, own)).others).toEqual([]);
    expect(bodies).toEqual([expect.stringContaining(`"${known}"`)]);
    // The lists of codes are open: one that they do not have proves nothing.
    const other: Responder = async (request) => {
      const answer = await respond(request);
      return { ...answer, body: String(answer.body).replace(`"${known}"`, '"NotThisOne"') };
    };
    expect((await judgeAll(document, other, own)).others).toEqual([expect.stringContaining("vacuous")]);
  });

  test("of more than one document", () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBeGreaterThan(1);
  });
});

test("a number in the body of a read is out of its range, too, and no other member is touched", () => {
  const properties = { page: { type: "integer", maximum: 9 }, name: {}, filter: {} };
  const body = { type: "object", properties, required: ["name"] };
  const media = { "application/json": { schema: body, example: { page: 1, name: "n", filter: "f" } } };
  const responses = { "200": { description: "Things." }, "400": { description: "No things." } };
  const reading = (safe: boolean) =>
    documentOf({ requestBody: { content: media }, responses, "x-safe": safe }, {}, { method: "post" });
  const told = (document: Document) =>
    negativeCases(document).map(({ name, arguments: { body: sent } }) => [name, sent?.value]);
  expect(told(reading(true))).toEqual([["with page=10 in its body, out of …9", { page: 10, name: "n" }]]);
  expect(told(reading(false))).toEqual([]);
});

describe("an id of a path that no link leads to", () => {
  const UUID = "7d1c4a52-6f3b-4f0e-9a55-2f1f6d1c9e30";
  const missing = { "404": { description: "No such thing." } };
  const asking = (
    path: string,
    example: unknown,
    schema: object,
    responses: object = missing,
    safe = true,
  ) => {
    const [name = ""] = /[^{}]+(?=\}[^{}]*$)/.exec(path) ?? [];
    const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, one]) =>
      one === name
        ? { name, in: "path", required: true, schema, example }
        : { name: one, in: "path", required: true, schema: { type: "string" }, example: "one" },
    );
    // Without any link, whatever ends a path is asked for.
    const thing = { description: "A thing.", links: { again: { operationId: "getThing" } } };
    const own = { parameters, responses: { "200": thing, ...responses } };
    return documentOf({ ...own, "x-safe": safe }, {}, { path });
  };
  const TEXT = { type: "string" };
  const ZEROS = "00000000-0000-4000-8000-000000000000";
  test.each([
    { given: "/jobs/{id}", example: UUID, want: ZEROS },
    { given: "/jobs/{jobId}/log", example: `job-${UUID}`, want: `job-${ZEROS}` },
    { given: "/jobs/{job_id}", example: "exec-5d17f9a2", want: "exec-00000000" },
    { given: "/jobs/{job}", example: UUID, schema: { type: "string", format: "uuid" }, want: ZEROS },
    { given: "/jobs/{jobID}", example: 7, schema: { type: "integer" }, want: 2_147_483_647 },
    { given: "/teams/{teamId}/jobs/{jobId}", example: UUID, want: ZEROS },
    // Somebody may well have it.
    { given: "/jobs/{jobId}", example: "1234", want: undefined },
    { given: "/jobs/{jobId}", example: ZEROS, want: undefined },
    // No id, by its name.
    { given: "/jobs/{job}", example: UUID, want: undefined },
    { given: "/bids/{paid}", example: UUID, want: undefined },
    // Whose jobs, and not which job.
    { given: "/v2/{project_id}/jobs", example: UUID, want: undefined },
    // What is answered then, nobody knows; and what changes something is not asked.
    { given: "/jobs/{id}", example: UUID, responses: {}, want: undefined },
    { given: "/jobs/{id}", example: UUID, safe: false, want: undefined },
  ])("$given, such as $example: $want", ({ given, example, schema = TEXT, responses, safe, want }) => {
    const document = asking(given, example, schema, responses, safe);
    const [unknown, malformed] = negativeCases(document);
    expect(Object.values(unknown?.arguments.path ?? {}).at(-1)).toBe(want);
    expect(Object.values(malformed?.arguments.path ?? {}).at(-1)).toBe(
      want === undefined ? undefined : "not-an-id",
    );
  });

  const document = asking("/jobs/{id}", UUID, TEXT);
  test("is known to the sandbox for what it is, and any other is there", async () => {
    const { respond } = await createSandbox({ documents: [document] });
    const { green, others } = await judgeAll(document, respond, negativeCases(document));
    expect([[...green], others]).toEqual([["unknown-id", "malformed-id"], []]);
    const answer = await sendTo(respond)(outgoing(`${document.servers[0]?.url}/jobs/my-own`));
    expect(answer.status).toBe(200);
  });

  test("is told from others by a service that has everything", async () => {
    const all = async () => ({ status: 200, headers: {} });
    const { others } = await judgeAll(document, all, negativeCases(document));
    expect(others).toEqual([
      "getThing with an unknown id: fail 404, since it was asked with an unknown id / 200, a success",
      "getThing with a malformed id: fail 404, since it was asked with a malformed id / 200, a success",
    ]);
  });
});

describe("an empty text", () => {
  const document = documentOf({
    parameters: [{ name: "note", in: "query", schema: { type: "string" } }],
    responses: { "200": { description: "A thing." }, "400": { description: "Not a thing." } },
  });
  test.each([
    { status: 400, want: "an undocumented constraint: the service answered 400 to an empty text" },
    { status: 200, want: "no constraint: the service answered 200 to an empty text" },
  ])("that is answered with $status fails nothing", async ({ status, want }) => {
    const [testCase] = negativeCases(document);
    const send = sendTo(async () => ({ status, headers: {} }));
    const call = createDirectCaller(document, { baseUrl });
    const bench = { document, validators: lazyValidators(document), baseUrl, call, send, timeout: 5000 };
    expect(judgeNegative(await runCase(bench, testCase as NegativeCase))).toEqual({ skip: want });
  });
});

describe("the code of a refusal", () => {
  const codes = (schema: object) =>
    documentOf(
      {
        parameters: [{ name: "limit", in: "query", schema: { type: "integer", maximum: 9 } }],
        responses: {
          "200": { description: "A thing." },
          "400": {
            description: "Not a thing.",
            content: {
              "application/json": {
                schema: { type: "object", properties: { code: { ...schema, "x-lro-error-code": true } } },
              },
            },
          },
        },
      },
      {},
      { root: { "x-refusals": { parameterInvalid: "BadLimit" } } },
    );
  const CLOSED = { enum: ["BadLimit", "BadName"] };
  const OPEN = { anyOf: [{ const: "BadLimit" }, { const: "BadName" }, { type: "string" }] };
  test.each([
    { list: "closed", schema: CLOSED, code: "BadLimit", want: "pass" },
    { list: "closed", schema: CLOSED, code: "BadName", want: "fail" },
    { list: "closed", schema: CLOSED, code: "Other", want: "fail" },
    { list: "open", schema: OPEN, code: "BadLimit", want: "pass" },
    { list: "open", schema: OPEN, code: "BadName", want: "pass" },
    { list: "open", schema: OPEN, code: "Other", want: "vacuous" },
  ])("$list, $code: $want", async ({ schema, code, want }) => {
    const document = codes(schema);
    const [testCase] = negativeCases(document);
    expect(testCase?.arguments.query).toEqual({ limit: 10 });
    const body = JSON.stringify({ code });
    const send = sendTo(async () => ({
      status: 400,
      headers: { "content-type": "application/json" },
      body,
    }));
    const call = createDirectCaller(document, { baseUrl });
    const bench = { document, validators: lazyValidators(document), baseUrl, call, send, timeout: 5000 };
    const verdict = judgeNegative(await runCase(bench, testCase as NegativeCase));
    const own = "skip" in verdict ? [] : verdict.judged.filter(({ check }) => check === "error-code");
    expect(own.flatMap(({ findings }) => findings.map((one) => one.verdict))).toEqual([want]);
  });
});

function nameOf({ source }: Document): string {
  return source.split("/").at(-2) ?? source;
}

function hasBody({ operation, status }: NegativeCase): boolean {
  return (operation.responses[status]?.content.length ?? 0) > 0;
}

function hasCode(document: Document, { operation, status }: NegativeCase): boolean {
  return (documentedCodes(document, operation.responses[status])?.values.length ?? 0) > 0;
}

/** The names of the members that an error's code stands in. */
function membersWithCode(document: Document): Set<string> {
  const responses = document.operations.flatMap((one) => Object.values(one.responses));
  return new Set(responses.flatMap((one) => documentedCodes(document, one)?.place.steps.at(-1) ?? []));
}

describe("in a document without links, what ends a path is an id", () => {
  const responses = { "200": { description: "" }, "404": { description: "" } };
  const unknown = "with an unknown id";
  const malformed = "with a malformed id";
  test.each([
    {
      name: "a number",
      path: "/things/{id}",
      schema: { type: "integer" },
      example: 5,
      want: [unknown, malformed],
    },
    {
      name: "a text",
      path: "/things/{id}",
      schema: { type: "string" },
      example: "a1",
      want: [unknown, malformed],
    },
    {
      name: "a word",
      path: "/things/{id}",
      schema: { type: "string" },
      example: "rex",
      want: [unknown, malformed],
    },
    { name: "a choice", path: "/things/{id}", schema: { enum: ["a1", "a2"] }, example: "a1", want: [] },
    { name: "not the end", path: "/things/{thing}/log", schema: { type: "integer" }, example: 5, want: [] },
    { name: "not all of it", path: "/things/t-{id}", schema: { type: "integer" }, example: 5, want: [] },
    {
      name: "never not found",
      path: "/things/{id}",
      schema: { type: "integer" },
      example: 5,
      own: { "200": { description: "" } },
      want: [],
    },
  ])("$name", ({ path, schema, example, own = responses, want }) => {
    const [name = ""] = /[^{}]+(?=\})/.exec(path) ?? [];
    const parameters = [{ name, in: "path", required: true, schema, example }];
    const document = documentOf({ parameters, responses: own }, {}, { path });
    expect(negativeCases(document).map(({ name }) => name)).toEqual(want);
  });

  test.each([
    { name: "as documented", answer: { status: 404, headers: {} }, want: [] },
    // Nobody knows that it is an id.
    { name: "found all the same", answer: { status: 200, headers: {} }, want: [] },
    { name: "another refusal", answer: { status: 409, headers: {} }, want: [unknown, malformed] },
    {
      name: "a body that is not documented",
      answer: { status: 404, headers: {}, body: "no" },
      want: [unknown, malformed],
    },
  ])("$name", async ({ answer, want }) => {
    const parameters = [{ name: "id", in: "path", required: true, schema: { type: "integer" }, example: 5 }];
    const document = documentOf({ parameters, responses }, {}, { path: "/things/{id}" });
    const { others } = await judgeAll(document, async () => answer, negativeCases(document));
    expect(others.map((one) => one.replace(/^getThing (.*?):.*$/s, "$1"))).toEqual(want);
  });
});
