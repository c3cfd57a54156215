import type { Credentials } from "../authentication/credentials.ts";
import { createRedactorFromEnvironment } from "../redaction/redactor-of.ts";
import type { LoadedValidators } from "../schema/load-validators.ts";
import { type CassetteLock, lockCassette } from "./cassette-lock.ts";
import { type NamedPlan, namePlan } from "./name-plan.ts";
import type { RunRecord } from "./record-case.ts";
import { createRunRecorder, type FinishedRun, type RunRecorder } from "./record-run.ts";
import type { CassetteHeader } from "./recorded.ts";
import type { ReplayBench } from "./replay-case.ts";
import { type Resumed, resumeRun } from "./resume-run.ts";

/** Where a run is recorded. */
export interface Tape {
  /**
   * What an earlier sitting left of a run; `undefined` where it begins anew.
   *
   * @throws TeachingError when another run is recorded there, or is being recorded.
   */
  resume(target: string, plan: NamedPlan): Promise<Resumed | undefined>;
  /**
   * Begins to record, or goes on with it.
   *
   * @throws TeachingError when the file cannot be written, or another run is being recorded there.
   */
  record(target: string): Promise<RunRecorder>;
  /** Writes down the run as it was, in the order of its report. */
  finish(run: Omit<FinishedRun, "records">): Promise<void>;
  /** Handed each case in the order of the report. */
  keep(record: RunRecord): void;
  close(): Promise<void>;
}

export interface TapeOptions extends Pick<ReplayBench, "document" | "errata"> {
  readonly path: string;
  readonly kind: CassetteHeader["kind"];
  /** Whether it goes on with what is there. */
  readonly resume: boolean;
  /** Those of the run, besides what the environment holds. */
  readonly credentials?: readonly Credentials[];
  readonly loadValidators: () => Promise<LoadedValidators>;
}

/** The cassette of one run: nothing is written before the run begins. */
export function createTape(options: TapeOptions): Tape {
  const { path, kind, document, credentials = [] } = options;
  const records: RunRecord[] = [];
  const redactor = createRedactorFromEnvironment(document, credentials);
  let plan: string | undefined;
  let resumed: Resumed | undefined;
  let recorder: RunRecorder | undefined;
  let lock: CassetteLock | undefined;
  return {
    async resume(target, named) {
      plan = namePlan(named, redactor);
      if (!options.resume) return undefined;
      lock = await lockCassette(path);
      resumed = await resumeRun(path, await run(target));
      return resumed;
    },
    async record(target) {
      const recorded = { ...(await run(target)), credentials, ...(resumed && { resumed }) };
      // Only a live run can be gone on with, and so be in somebody's way.
      if (kind === "live") lock ??= await lockCassette(path);
      recorder = await createRunRecorder(path, recorded);
      return lock ? lockedBy(lock, recorder) : recorder;
    },
    keep: (record) => records.push(record),
    finish: async (over) => recorder?.finish({ ...over, records }),
    async close() {
      try {
        await recorder?.close();
      } finally {
        await lock?.release();
      }
    },
  };

  async function run(target: string) {
    const { validators } = await options.loadValidators();
    const startedAt = resumed?.startedAt ?? new Date().toISOString();
    const named = plan === undefined ? {} : { plan };
    const header = { target: redactor.redactUrl(target), kind, startedAt, ...named };
    const { errata } = options;
    return { document, validators, header, ...(errata && { errata }) };
  }
}

/** The same, as long as no other run has taken the cassette. */
function lockedBy(lock: CassetteLock, recorder: RunRecorder): RunRecorder {
  return {
    ...recorder,
    async send(sent, testCase) {
      await lock.check();
      return recorder.send(sent, testCase);
    },
    async add(record) {
      await lock.check();
      return recorder.add(record);
    },
  };
}
