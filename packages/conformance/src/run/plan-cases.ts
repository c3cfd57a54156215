import { createCases, isDefault, mainCase } from "../cases/create-cases.ts";
import { isReceivable } from "../cases/is-receivable.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document, Operation } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import { isRead } from "../document/is-read.ts";
import { type Shard, shardOf } from "../evidence/shard.ts";
import { negativeCases } from "../live/negative-cases.ts";
import { type Obstacles, withoutObstacles } from "./find-obstacles.ts";

/**
 * What can be asked of a target: the embedded `sandbox` and a `mock` give any documented answer on request, a
 * `live` service gives what it gives.
 */
export type TargetKind = "sandbox" | "mock" | "live";

/** A case, and why it is not asked, if it is not. */
export interface PlannedCase {
  readonly testCase: TestCase;
  readonly skip?: string;
}

export interface PlanOptions {
  readonly targetKind: TargetKind;
  /** Values for parameters, by wire name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whether there are credentials to send; by default there are. */
  readonly authenticated?: boolean;
  /** The operations that a live service is asked for though they are no reads; by default none. */
  readonly allowWrites?: readonly string[];
  /** Whether a live service is also asked what it must refuse; by default it is not. */
  readonly negatives?: boolean;
  /** Whether there is an access key, which may be used wrongly; by default there is none. */
  readonly signs?: boolean;
  /** The operations that cannot be judged: each is one skip; by default, there are none. */
  readonly obstacles?: Obstacles;
  /** Only this part of the cases. */
  readonly shard?: Shard;
}

/** The cases of a document, in order, for a target of some kind. */
export function planCases(document: Document, options: PlanOptions): PlannedCase[] {
  const sound = withoutObstacles(document, options.obstacles);
  const blocked = document.operations.flatMap((operation) => planObstacle(operation, options.obstacles));
  const whole = [...planWhole(sound, options).map(planReceivable), ...blocked];
  return options.shard ? shardOf(whole, ({ testCase }) => testCase.operation.id, options.shard) : whole;
}

/** One skip for all of an operation. */
function planObstacle(operation: Operation, obstacles: Obstacles | undefined): PlannedCase[] {
  const skip = obstacles?.get(operation.id);
  if (skip === undefined) return [];
  const none = { path: {}, query: {}, header: {}, cookie: {} };
  return [{ testCase: { operation, name: "all", status: 0, arguments: none, authenticated: false }, skip }];
}

function planReceivable({ testCase, skip }: PlannedCase): PlannedCase {
  if (skip !== undefined || isReceivable(testCase.status))
    return { testCase, ...(skip !== undefined && { skip }) };
  return { testCase, skip: `no HTTP client hands a ${testCase.status} to its caller` };
}

function planWhole(document: Document, options: PlanOptions): PlannedCase[] {
  const { targetKind, parameters, authenticated = true } = options;
  const examples = targetKind === "live" ? "required" : "all";
  const cases = createCases(document, parameters, examples).map((testCase) => ({
    ...testCase,
    authenticated: testCase.authenticated && authenticated,
  }));
  if (targetKind === "sandbox") return cases.map((testCase) => ({ testCase }));
  if (targetKind === "mock") return planForMock(cases);
  return [...planForLive(document, cases, options), ...planNegatives(document, options)];
}

function planForLive(
  document: Document,
  cases: readonly TestCase[],
  { allowWrites = [] }: PlanOptions,
): PlannedCase[] {
  const byOperation = Map.groupBy(cases, ({ operation }) => operation);
  const main = new Set([...byOperation].map(([operation, own]) => mainCase(own, operation)));
  return cases.map((testCase) => {
    const { operation, requirement } = testCase;
    if (requirement !== undefined) return { testCase, skip: OTHER_WAY };
    if (!main.has(testCase)) {
      return { testCase, skip: "a live service cannot be asked for this answer" };
    }
    if (isRead(document, operation) || allowWrites.includes(operation.id)) {
      return { testCase: asLive(testCase) };
    }
    return { testCase, skip: "not sent: it is no read; --allow-writes with its name sends it" };
  });
}

// OAS 3.1.1 §4.8.16: `default` stands for every status that is not documented by itself, that of a success, too. A sandbox
// is asked for one of them; of a live service nobody knows which one comes.
function asLive(testCase: TestCase): TestCase {
  if (isSuccess(testCase.status)) return { ...testCase, anySuccess: true };
  if (!isDefault(testCase.operation, testCase.status)) return testCase;
  return { ...testCase, name: "default", status: 200, anyStatus: true };
}

function planNegatives(
  document: Document,
  { negatives = false, authenticated = true, parameters, signs }: PlanOptions,
): PlannedCase[] {
  const cases = negatives ? negativeCases(document, parameters, signs) : [];
  return cases.map((testCase): PlannedCase => {
    // Without credentials, a request that has none is no other than the next.
    const isIdle = !authenticated && testCase.operation.security.length > 0;
    const skip = "there are no credentials by which to tell a refusal from another";
    return isIdle ? { testCase, skip } : { testCase };
  });
}

/** Whoever runs the judge has credentials of one kind as a rule. */
const OTHER_WAY = "another way to authenticate, which the sandbox alone is asked for";

// A mock knows an error code only as the name of an Example Object. A status that has codes but no such example is
// asked for without one: its status and its shape can be judged all the same.
function planForMock(cases: readonly TestCase[]): PlannedCase[] {
  const isNamed = ({ code, example }: TestCase) => code === undefined || example !== undefined;
  return cases.flatMap((testCase, index): PlannedCase[] => {
    if (testCase.requirement !== undefined) return [{ testCase, skip: OTHER_WAY }];
    if (isNamed(testCase)) return [{ testCase }];
    const kin = ({ operation, status }: TestCase) =>
      operation === testCase.operation && status === testCase.status;
    const isFirst = cases.findIndex(kin) === index;
    const { code: _, ...plain } = testCase;
    const skip = "a mock can be asked for an error code by an Example Object of its name only";
    return [
      ...(isFirst ? [{ testCase: { ...plain, name: String(testCase.status) } }] : []),
      { testCase, skip },
    ];
  });
}
