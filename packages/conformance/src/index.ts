export { type RunningServer, type ServerOptions, startServer } from "./adapters/server.ts";
export { type Authority, createAuthority } from "./authentication/authority.ts";
export type { AccessKey, Credentials } from "./authentication/credentials.ts";
export { applyBaseline, type BaselineContext } from "./baseline/apply-baseline.ts";
export type { Baseline, BaselineEntry } from "./baseline/baseline.ts";
export { loadBaseline } from "./baseline/load-baseline.ts";
export { type UpdatedBaseline, type UpdateOptions, updateBaseline } from "./baseline/update-baseline.ts";
export { createCases } from "./cases/create-cases.ts";
export type { Arguments, TestCase } from "./cases/test-case.ts";
export { checks } from "./checks/checks.ts";
export type { CheckName, Finding, Judgement } from "./checks/finding.ts";
export { type Check, type ClientOutcome, createSubject, type Subject } from "./checks/subject.ts";
export { createDocument } from "./document/create-document.ts";
export type { Document, Operation } from "./document/document.ts";
export { loadDocument } from "./document/load-document.ts";
export type { CanonicalState } from "./document/vocabulary.ts";
export { coverageMaps } from "./evidence/coverage-maps.ts";
export { type Coverage, createCoverage } from "./evidence/create-coverage.ts";
export type { Evidence, EvidencePoint, EvidenceSource, PointKind } from "./evidence/evidence.ts";
export { type Fingerprint, fingerprintOf } from "./evidence/fingerprint.ts";
export { mergeEvidence } from "./evidence/merge-evidence.ts";
export { mergeReports } from "./evidence/merge-reports.ts";
export type { Shard } from "./evidence/shard.ts";
export { type ConfiguredTarget, defineConfig, type SettledConfig } from "./live/define-config.ts";
export { DEFAULT_LIMITS, type Limits } from "./live/limits.ts";
export type { LivePlan } from "./live/live-plan.ts";
export type { Mutant } from "./mutants/mutant.ts";
export { mutants } from "./mutants/mutants.ts";
export { createRedactor, type Redactor, type RedactorOptions } from "./redaction/create-redactor.ts";
export { finishReport } from "./report/finish-report.ts";
export { formatJson } from "./report/format-json.ts";
export { formatPretty } from "./report/format-pretty.ts";
export {
  type MergedRun,
  type Report,
  type ReportCase,
  type ReportEntry,
  type RunFacts,
  VERDICTS,
  type Verdict,
} from "./report/report.ts";
export { type Format, REPORTERS, type ReporterName } from "./report/reporters.ts";
export type { Row } from "./report/row.ts";
export { type Caller, createDirectCaller, type Target } from "./run/caller.ts";
export type { CheckOptions, CheckResult } from "./run/check-options.ts";
export { type ClientModule, createClientCaller } from "./run/client-caller.ts";
export { DEVELOPMENT_CREDENTIALS, TEMPORARY_CREDENTIALS } from "./run/credentials.ts";
export { type Bench, type CaseRun, runCase } from "./run/run-case.ts";
export { runCheck } from "./run/run-check.ts";
export { type MutantRun, runMutants } from "./run/run-mutants.ts";
export { type Answer, type Fault, fetchFrom, type Responder, sendTo } from "./sandbox/answer.ts";
export { type Clock, createVirtualClock, type VirtualClock } from "./sandbox/clock.ts";
export type { GivenRule, Rule, Rules } from "./sandbox/control/rules.ts";
export { createSandbox, type Sandbox, type SandboxOptions } from "./sandbox/create-sandbox.ts";
export { createDocumentedAnswers } from "./sandbox/documented-answers.ts";
export type { Journal, Refusal } from "./sandbox/journal.ts";
export type { Latency } from "./sandbox/latency.ts";
export type { Preference } from "./sandbox/prefer.ts";
export type { Service } from "./sandbox/service.ts";
export type { Mistake, Violation } from "./sandbox/violation.ts";
export type { Ending, Execution, Pace, World } from "./sandbox/world/world.ts";
export { type LoadedValidators, loadValidators } from "./schema/load-validators.ts";
export type { Validators } from "./schema/run-validators.ts";
export { type Lesson, TeachingError } from "./teaching-error.ts";
export type { Captured, Unjudged } from "./traffic/captured.ts";
export {
  type JudgedExchange,
  judgeCaptured,
  type TrafficBench,
  type Undocumented,
} from "./traffic/judge-captured.ts";
export {
  type JudgedRecording,
  type JudgeRecordingOptions,
  judgeRecording,
} from "./traffic/judge-recording.ts";
export { openRecording, type Recording } from "./traffic/open-recording.ts";
export type { Exchange, ReceivedResponse, SentRequest } from "./wire/exchange.ts";
export { type Fetch, fromFetch, toFetch } from "./wire/fetch.ts";
export type { OutgoingRequest, Send } from "./wire/send.ts";
