import { createCases } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import { checks } from "../checks/checks.ts";
import { createSubject, type SubjectInput } from "../checks/subject.ts";
import type { Document, Operation } from "../document/document.ts";
import { describeExchange } from "../report/describe-exchange.ts";
import type { ReportCase, ReportEntry } from "../report/report.ts";
import type { Errata } from "../run/explain-errata.ts";
import { judge } from "../run/run-case.ts";
import { tellRun } from "../run/tell-case.ts";
import type { Validators } from "../schema/run-validators.ts";
import { replayExchange } from "./record-exchange.ts";
import type { CassetteHeader, CassetteLine, RecordedCase } from "./recorded.ts";

/** What the cases of a cassette are judged by. */
export interface ReplayBench {
  readonly document: Document;
  readonly validators: Validators;
  readonly errata?: Errata;
  readonly header: Pick<CassetteHeader, "target" | "kind">;
}

/** What a report says of one recorded case. */
export interface Replayed {
  readonly entries: readonly ReportEntry[];
  readonly shown?: ReportCase;
}

/** Judges a recorded case anew; what redaction took the ground from is as it was said then. */
export async function replayCase(bench: ReplayBench, line: CassetteLine): Promise<Replayed> {
  const { case: recorded, duration, shown } = line;
  if (!recorded) return { entries: line.all ?? [] };
  const { document, validators, errata, header } = bench;
  const testCase = restoreCase(document, recorded);
  const exchange = replayExchange(line);
  const described = shown ?? {
    operation: testCase.operation.id,
    case: testCase.name,
    ...describeExchange(exchange),
    ...(duration !== undefined && { duration }),
  };
  if (line.all) return { entries: line.all, shown: described };
  const input: SubjectInput = { document, validators, testCase, baseUrl: header.target, exchange };
  const run = { testCase, exchange, judged: judge(createSubject(input)), input };
  const targetKind = header.kind === "traffic" ? "live" : header.kind;
  const anew = await tellRun({ document, targetKind, ...(errata && { errata }) }, run);
  return { entries: mixIn(anew.entries, line.entries ?? {}), shown: described };
}

/**
 * Each check's entries once, in the order of the checks: those that were kept in place of those that were found anew, or
 * where only they tell (what a client handed to its caller) between them.
 */
export function mixIn(
  anew: readonly ReportEntry[],
  kept: NonNullable<CassetteLine["entries"]>,
): ReportEntry[] {
  const done = new Set<string>();
  const mixed = anew.flatMap((entry) => {
    const own = kept[entry.check];
    if (!own) return [entry];
    if (done.has(entry.check)) return [];
    done.add(entry.check);
    return own;
  });
  for (const [name, own] of Object.entries(kept)) {
    if (done.has(name)) continue;
    const next = mixed.findIndex(({ check }) => ORDER.indexOf(check) > ORDER.indexOf(name));
    mixed.splice(next < 0 ? mixed.length : next, 0, ...own);
  }
  return mixed;
}

const ORDER = Object.keys(checks);

interface Index {
  readonly operations: ReadonlyMap<string, Operation>;
  /** By operation and name. */
  readonly cases: ReadonlyMap<string, TestCase>;
}

const remembered = new WeakMap<Document, Index>();

function restoreCase(document: Document, recorded: RecordedCase): TestCase {
  const { operations, cases } = remembered.get(document) ?? index(document);
  const operation = operations.get(recorded.operation);
  if (!operation)
    throw new SyntaxError(`an operation that the document does not have: ${recorded.operation}`);
  const { sample } = cases.get(`${recorded.operation} ${recorded.name}`) ?? {};
  return { ...recorded, operation, ...(sample !== undefined && { sample }) };
}

function index(document: Document): Index {
  const made = {
    operations: new Map(document.operations.map((operation) => [operation.id, operation])),
    cases: new Map(createCases(document).map((one) => [`${one.operation.id} ${one.name}`, one])),
  };
  remembered.set(document, made);
  return made;
}
