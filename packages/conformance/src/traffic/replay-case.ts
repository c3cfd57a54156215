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
import { TeachingError } from "../teaching-error.ts";
import type { Exchange } from "../wire/exchange.ts";
import { replayExchange } from "./record-exchange.ts";
import type { CassetteHeader, CassetteLine, RecordedCase } from "./recorded.ts";

/** What the cases of a cassette are judged by. */
export interface ReplayBench {
  readonly document: Document;
  readonly validators: Validators;
  readonly errata?: Errata;
  readonly header: Pick<CassetteHeader, "target" | "kind">;
  /** Whether nobody reads what passed, nor what was sent and came. */
  readonly findingsOnly?: boolean;
}

/** What a report says of one recorded case. */
export interface Replayed {
  readonly entries: readonly ReportEntry[];
  readonly shown?: ReportCase;
  /** Whether it was asked and answered. */
  readonly answered: boolean;
}

/** Judges a recorded case anew; what redaction took the ground from is as it was said then. */
export async function replayCase(bench: ReplayBench, line: CassetteLine): Promise<Replayed> {
  const { case: recorded } = line;
  const answered = recorded !== undefined && line.response !== undefined;
  if (!recorded) return { entries: line.all ?? [], answered };
  const { document, validators, errata, header, findingsOnly } = bench;
  const testCase = restoreCase(document, recorded);
  const exchange = replayExchange(line);
  const told = { answered, ...(!findingsOnly && { shown: line.shown ?? show(testCase, exchange, line) }) };
  if (line.all) return { entries: line.all, ...told };
  const input: SubjectInput = { document, validators, testCase, baseUrl: header.target, exchange };
  const run = { testCase, exchange, judged: judge(createSubject(input)), input };
  const targetKind = header.kind === "traffic" ? "live" : header.kind;
  const options = { document, targetKind, ...(errata && { errata }), ...(findingsOnly && { findingsOnly }) };
  const anew = await tellRun(options, run);
  return { entries: mixIn(anew.entries, line.entries ?? {}), ...told };
}

function show({ operation, name }: TestCase, exchange: Exchange, line: CassetteLine): ReportCase {
  const { request, response, duration } = line;
  // As they were recorded: twice the same ones would stand in memory until the report is written.
  const headers = { request: request?.headers ?? [], response: response?.headers ?? [] };
  return {
    operation: operation.id,
    case: name,
    ...describeExchange(exchange, headers),
    ...(duration !== undefined && { duration }),
  };
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
  if (!operation) throw unknownOperation(document, recorded);
  const { sample } = cases.get(`${recorded.operation} ${recorded.name}`) ?? {};
  return { ...recorded, operation, ...(sample !== undefined && { sample }) };
}

function unknownOperation({ name }: Document, { operation }: RecordedCase): TeachingError {
  return new TeachingError({
    what: `${name} has no operation ${operation}, which the cassette has an exchange of`,
    where: "--provider",
    expected: "the document that the cassette was recorded by",
    example: "settled judge run.jsonl --provider ./openapi.yaml",
  });
}

function index(document: Document): Index {
  const made = {
    operations: new Map(document.operations.map((operation) => [operation.id, operation])),
    cases: new Map(createCases(document).map((one) => [`${one.operation.id} ${one.name}`, one])),
  };
  remembered.set(document, made);
  return made;
}
