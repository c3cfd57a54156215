import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { document as acme, benchOf } from "../../test/acme-jobs.ts";
import { documents as documented } from "../../test/providers.ts";
import type { Document } from "../document/document.ts";
import { finishReport } from "../report/finish-report.ts";
import { formatJson } from "../report/format-json.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { type CheckOptions, runCheck } from "../run/run-check.ts";
import { fetchFrom } from "../sandbox/answer.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { judgeRecording } from "./judge-recording.ts";
import { openRecording } from "./open-recording.ts";
import type { RunRecord } from "./record-case.ts";
import { writeRun } from "./write-run.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "settled-"));
});
afterAll(() => rm(folder, { recursive: true }));

const JSON_REPORT = [{ reporter: "json" }] as const;

/** The JSON report of a run, and that of its cassette. */
async function both(document: Document, name: string, change: Partial<CheckOptions> = {}) {
  const { respond } = await createSandbox({ documents: [document] });
  const records: RunRecord[] = [];
  const bench = {
    ...benchOf(document),
    fetch: fetchFrom(respond),
    targetKind: "sandbox" as const,
    ...change,
  };
  const { report, cases, proved } = await runCheck({
    ...bench,
    onRun: (entries, run, duration) =>
      records.push({ entries, ...(run && { run }), ...(duration !== undefined && { duration }) }),
  });
  const duration = 1234.5;
  const row = { report, operations: document.operations.length, cases, duration };
  const live = await finishReport(row, document, JSON_REPORT, [DEVELOPMENT_CREDENTIALS]);
  const path = join(folder, `${name}.jsonl`);
  const run = { report, duration, cases, proved, kind: bench.targetKind, records };
  await writeRun(path, bench, run, [DEVELOPMENT_CREDENTIALS]);
  const judged = await judgeRecording(await openRecording(path), bench);
  const later = await finishReport(judged.row, document, JSON_REPORT);
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n").slice(1, -1);
  const kept = lines.map((line) => JSON.parse(line)).filter(({ all }) => all).length;
  return { live: formatJson([live]), later: formatJson([later]), path, cases: lines.length, kept };
}

describe("a cassette gives the verdicts of the run, byte for byte", () => {
  const documents = [acme, ...documented];
  test.each(documents.map((document) => ({ name: document.name, document })))(
    "$name",
    { timeout: 120_000 },
    async ({ document, name }) => {
      const { live, later, path, cases, kept } = await both(document, name);
      expect(later).toBe(live);
      expect(cases).toBeGreaterThan(5);
      // It is judged anew, and not only read.
      expect(kept).toBe(0);
      const text = await readFile(path, "utf8");
      expect(text).not.toMatch(/not-a-(?:password|token|secret)|development-key/);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    },
  );
});
