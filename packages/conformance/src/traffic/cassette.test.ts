import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { document as acme, BASE_URL, benchOf, json, OVERLAY } from "../../test/acme-jobs.ts";
import { createModule } from "../../test/acme-jobs-client.ts";
import { documents } from "../../test/providers.ts";
import { sharedFolder } from "../../test/temporary-folder.ts";
import type { Document } from "../document/document.ts";
import { loadErrata } from "../document/load-errata.ts";
import { mutants } from "../mutants/mutants.ts";
import { finishReport } from "../report/finish-report.ts";
import { formatJson } from "../report/format-json.ts";
import type { CheckOptions } from "../run/check-options.ts";
import { createClientCaller } from "../run/client-caller.ts";
import { DEVELOPMENT_CREDENTIALS as CREDENTIALS } from "../run/credentials.ts";
import { createErrata } from "../run/explain-errata.ts";
import { runCheck } from "../run/run-check.ts";
import { sendTo } from "../sandbox/answer.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { defaultBasePath } from "../sandbox/find-operation.ts";
import { createTape } from "./create-tape.ts";
import { type JudgedRecording, judgeRecording } from "./judge-recording.ts";
import { openCassette } from "./open-cassette.ts";
import { openRecording } from "./open-recording.ts";
import type { CassetteHeader, CassetteLine } from "./recorded.ts";

const folder = sharedFolder();

const JSON_REPORT = [{ reporter: "json" }] as const;
const DURATION = 1234.5;

/** The JSON report of a run, and that of its cassette. */
async function both(document: Document, name: string, options: CheckOptions) {
  const { targetKind: kind, errata, baseUrl, validators } = options;
  const path = join(folder, `${name}.jsonl`);
  const judge = { document, validators, ...(errata && { errata }) };
  const loadValidators = async () => ({ validators, compiled: false });
  const tape = createTape({
    ...judge,
    path,
    kind,
    resume: false,
    credentials: [CREDENTIALS],
    loadValidators,
  });
  const { add } = await tape.record(baseUrl);
  const { report, cases, proved } = await runCheck({
    ...options,
    onTold: add,
    onRun: (entries, run, duration) =>
      tape.keep({ entries, ...(run && { run }), ...(duration !== undefined && { duration }) }),
  });
  const row = { report, operations: document.operations.length, cases, duration: DURATION };
  const live = await finishReport(row, document, JSON_REPORT, [CREDENTIALS]);
  await tape.finish({ report, duration: DURATION, cases, proved });
  await tape.close();
  const judged = await judgeRecording(await openRecording(path), judge);
  const later = await finishReport(judged.row, document, JSON_REPORT);
  const text = await readFile(path, "utf8");
  const lines = text
    .trimEnd()
    .split("\n")
    .slice(1, -1)
    .map((line) => JSON.parse(line) as CassetteLine);
  expect(judged.proved).toBe(proved);
  const brief = await judgeRecording(await openRecording(path), { ...judge, findingsOnly: true });
  expect(factsOf(brief)).toEqual(factsOf(judged));
  return { live: formatJson([live]), later: formatJson([later]), path, text, lines, report };
}

/** What a table tells of a run, who read the findings alone and who read all. */
function factsOf({ row: { report, ...row }, ...judged }: JudgedRecording): unknown {
  const { cases, checks, ...rest } = report;
  return { ...judged, row, rest, checks: checks.filter(({ verdict }) => verdict !== "pass") };
}

function standing(document: Document): CheckOptions {
  const bench = benchOf(document, `http://sandbox.invalid${defaultBasePath(document)}`);
  return { ...bench, targetKind: "sandbox" };
}

describe("a cassette gives the verdicts of the run, byte for byte", () => {
  const rows = [acme, ...documents].map((document) => ({ name: document.name, document }));
  test.each(rows)("$name", { timeout: 240_000 }, async ({ document, name }) => {
    const { respond } = await createSandbox({ documents: [document] });
    const options = { ...standing(document), send: sendTo(respond) };
    const { live, later, path, text, lines, report } = await both(document, name, options);
    expect(later).toBe(live);
    expect(report.verdicts).toMatchObject({ fail: 0, vacuous: 0, error: 0 });
    expect(lines.length).toBeGreaterThan(5);
    // It is judged anew, and not only read.
    expect(lines.filter(({ all }) => all)).toEqual([]);
    expect(text).not.toMatch(/not-a-(?:password|token|secret)|development-key/);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  const answers = mutants.filter(({ side }) => side === "answer").map(({ name }) => name);
  test("however the service deviates", { timeout: 240_000 }, async () => {
    const some = acme.operations.filter(({ id }) => ["startJob", "findJobs", "getHealth"].includes(id));
    const document = { ...acme, operations: some };
    for (const name of answers) {
      const { respond, rules } = await createSandbox({ documents: [document] });
      rules.add({ mutant: name });
      const options = { ...standing(acme), document, send: sendTo(respond), timeout: 50 };
      const { live, later } = await both(document, name, options);
      expect([name, later]).toEqual([name, live]);
    }
    expect(answers.length).toBeGreaterThan(20);
  });

  test("in a known way", async () => {
    const errata = await createErrata(acme, await loadErrata(OVERLAY));
    const asked = await errata.observed();
    const _send = sendTo(createDocumentedAnswers(asked));
    const options = { ...standing(acme), baseUrl: BASE_URL, fetch, errata, asked };
    const { live, later, report } = await both(acme, "errata", options);
    expect(report.verdicts.erratum).toBeGreaterThan(0);
    expect(later).toBe(live);
  });

  test.each([
    { name: "a client", quirks: {} },
    {
      name: "a client that breaks the contract",
      quirks: { queryName: (name: string) => name.toUpperCase() },
    },
  ])("of $name", async ({ name, quirks }) => {
    const { respond } = await createSandbox({ documents: [acme] });
    const call = createClientCaller(acme, createModule(quirks), {
      baseUrl: BASE_URL,
      credentials: CREDENTIALS,
    });
    const options = { ...standing(acme), baseUrl: BASE_URL, call, send: sendTo(respond) };
    const { live, later } = await both(acme, name, options);
    expect(live).toContain('"client-result"');
    expect(later).toBe(live);
  });

  test("of a live service that does not let everybody in, or does not answer", async () => {
    let turn = 0;
    const fetch = async (): Promise<Response> => {
      turn += 1;
      if (turn % 3 === 0) throw new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") });
      return Response.json({ code: "Denied" }, { status: turn % 3 === 1 ? 401 : 404 });
    };
    const options = { ...standing(acme), fetch, targetKind: "live" as const, authenticated: true };
    const { live, later, report } = await both(acme, "closed", options);
    expect(report.verdicts.skip).toBeGreaterThan(0);
    expect(later).toBe(live);
  });
});

describe("no redaction turns a verdict", () => {
  const SECRET = "c4n4ry-5ecret-0f-8-w0rds";
  test.each([
    { name: "of a secret in a body", answer: json(200, { healthy: true, since: SECRET }) },
    {
      name: "of a secret in a header",
      answer: json(200, { healthy: true }, "application/json", { "x-token": SECRET }),
    },
    { name: "of a secret in a type", answer: json(200, { healthy: true }, `application/json;a=${SECRET}`) },
    {
      name: "of a secret in what is no text",
      answer: { ...json(200, {}), body: Buffer.from(`\xff\0${SECRET}`, "latin1") },
    },
    { name: "of a secret for a name", answer: json(200, { healthy: true, [SECRET]: 1 }) },
    { name: "of a secret twice", answer: json(200, `{"healthy":true,"${SECRET}":1,"${SECRET}":2}`) },
  ])("$name", async ({ name, answer }) => {
    const document = { ...acme, operations: acme.operations.filter(({ id }) => id === "getHealth") };
    process.env.SETTLED_TOKEN = SECRET;
    const options = { ...standing(document), send: sendTo(async () => answer) };
    const { live, later, text } = await both(document, name, options).finally(
      () => delete process.env.SETTLED_TOKEN,
    );
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(Buffer.from(SECRET).toString("base64").slice(0, 20));
    expect(live).not.toContain(SECRET);
    expect(JSON.parse(later).verdicts).toEqual(JSON.parse(live).verdicts);
  });
});

describe("a cassette file", () => {
  const header = {
    cassette: 1,
    document: "acme-jobs",
    fingerprint: "",
    kit: "0.0.0",
    kind: "traffic",
  } as const;
  const whole: CassetteHeader = { ...header, target: BASE_URL, startedAt: "2026-11-22T00:00:00.000Z" };

  test("is never written over another", async () => {
    const path = join(folder, "there.jsonl");
    await (await openCassette(path, whole)).close();
    await expect(openCassette(path, whole)).rejects.toThrow("is there already");
  });

  test("of a later format is not guessed at", async () => {
    const path = join(folder, "later.jsonl");
    const later = { ...whole, cassette: 2 } as unknown as CassetteHeader;
    await (await openCassette(path, later)).close();
    await expect(openRecording(path)).rejects.toThrow("a cassette of format 2");
  });

  test("that was cut off is judged as far as it goes", async () => {
    const path = join(folder, "cut.jsonl");
    const cassette = await openCassette(path, { ...whole, kind: "sandbox" });
    await cassette.close();
    const judged = await judgeRecording(await openRecording(path), benchOf(acme));
    expect(judged).toMatchObject({ proved: false, row: { cases: 0 } });
  });
});
