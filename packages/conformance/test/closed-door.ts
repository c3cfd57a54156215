import type { Document, Operation } from "../src/document/document.ts";
import { createLiveBench } from "../src/live/create-live-bench.ts";
import type { CheckResult } from "../src/run/check-options.ts";
import { runCheck } from "../src/run/run-check.ts";
import { type Responder, sendTo } from "../src/sandbox/answer.ts";
import { createSandbox } from "../src/sandbox/create-sandbox.ts";
import { defaultBasePath, findOperation } from "../src/sandbox/find-operation.ts";
import { loadValidators } from "../src/schema/load-validators.ts";
import type { Send } from "../src/wire/send.ts";

/** What a live run showed, and which operations were asked for, in their order. */
export interface LiveRun extends CheckResult {
  readonly arrived: readonly (Operation | undefined)[];
}

export interface LiveRunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly concurrency?: number;
  readonly negatives?: boolean;
  /** What stands before the sandbox. */
  readonly between?: (respond: Responder) => Responder;
  /** In place of all of it. */
  readonly send?: Send;
}

/** Judges the stateful sandbox of a document as a live service, with no network between, and no client. */
export async function runLive(document: Document, options: LiveRunOptions = {}): Promise<LiveRun> {
  const { env = {}, parameters = {}, concurrency = 1, negatives = true } = options;
  const { between = (respond) => respond } = options;
  const { respond } = await createSandbox({ documents: [document] });
  const arrived: (Operation | undefined)[] = [];
  const answer = options.send ?? sendTo(between(respond));
  const send: Send = (request) => {
    arrived.push(findOperation(document, request).operation);
    return answer(request);
  };
  const baseUrl = `http://sandbox.invalid${defaultBasePath(document)}`;
  const limits = { budget: 5000, rate: 1_000_000, concurrency, retries: 0 };
  const live = createLiveBench({ document, baseUrl, limits, allowWrites: [], env });
  const { validators } = await loadValidators(document);
  const bench = { ...live, document, validators, baseUrl, send, timeout: 5000 };
  const result = await runCheck({ ...bench, targetKind: "live", parameters, negatives });
  return { ...result, arrived };
}
