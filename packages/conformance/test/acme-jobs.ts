import { fileURLToPath } from "node:url";
import { createAuthority } from "../src/authentication/authority.ts";
import { createCases } from "../src/cases/create-cases.ts";
import type { TestCase } from "../src/cases/test-case.ts";
import type { CheckName } from "../src/checks/finding.ts";
import { createDocument } from "../src/document/create-document.ts";
import type { Document } from "../src/document/document.ts";
import { loadDocument } from "../src/document/load-document.ts";
import { createDirectCaller } from "../src/run/caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "../src/run/credentials.ts";
import { type Bench, type Judged, runCase, type Tampering } from "../src/run/run-case.ts";
import { type Answer, sendTo } from "../src/sandbox/answer.ts";
import { createDocumentedAnswers } from "../src/sandbox/documented-answers.ts";
import { compileModule } from "../src/schema/compile-validators.ts";
import { runModule } from "../src/schema/run-validators.ts";
import { readRequest } from "../src/wire/fetch.ts";

/** Path of the document that all tests judge by. */
export const FIXTURE: string = fileURLToPath(new URL("../fixtures/acme-jobs.yaml", import.meta.url));

/** Path of the overlay that says how the service was observed to differ. */
export const OVERLAY: string = fileURLToPath(new URL("../fixtures/acme-jobs.overlay.yaml", import.meta.url));

export const BASE_URL = "http://sandbox.invalid/tenants/main/v3";

/** The media type of `getJob`. */
export const VENDOR = "application/vnd.acme.jobs-v3+json;charset=UTF-8";

export const JOB_ID = "f61d60d2-698a-46dc-a266-88df27644956";

export const document: Document = await loadDocument(FIXTURE);

export const bench: Bench = benchOf(document);

/** What is needed to judge by a document, with its sandbox behind an in-memory fetch. */
export function benchOf(from: Document, baseUrl: string = BASE_URL): Bench {
  return {
    document: from,
    validators: runModule(from, compileModule(from)),
    baseUrl,
    call: createDirectCaller(from, { baseUrl, credentials: DEVELOPMENT_CREDENTIALS }),
    send: sendTo(createDocumentedAnswers(from)),
    authority: createAuthority(DEVELOPMENT_CREDENTIALS),
    timeout: 5000,
  };
}

/** A document of one operation, `GET /thing`, with the members that are given. */
export function documentOf(
  operation: object,
  components: object = {},
  { path = "/thing", method = "get", root = {} }: { path?: string; method?: string; root?: object } = {},
): Document {
  const responses = { "200": { description: "A thing." } };
  const whole = { operationId: "getThing", responses, ...operation };
  const servers = [{ url: BASE_URL }];
  return createDocument(
    { openapi: "3.1.1", servers, paths: { [path]: { [method]: whole } }, components, ...root },
    "things",
  );
}

/** Root members of a document whose operations share one path on the wire, so that headers tell them apart. */
export const RPC = {
  "x-rpc": { path: "/", operation: "x-acme-action", version: "x-acme-version" },
  info: { title: "Things", version: "2026-11-22" },
} as const;

/** A document whose one response, `200 application/json`, has a schema. */
export function documentOfSchema(schema: object, components: object = {}): Document {
  const content = { "application/json": { schema } };
  return documentOf({ responses: { "200": { description: "A thing.", content } } }, components);
}

export function caseOf(operation: string, name: string, from: Document = document): TestCase {
  const cases = createCases(from);
  const found = cases.find((testCase) => testCase.operation.id === operation && testCase.name === name);
  if (found) return found;
  const known = cases.map((testCase) => `${testCase.operation.id} ${testCase.name}`).join(", ");
  throw new Error(`no case ${operation} ${name}; there are ${known}`);
}

/** What the checks say of a case, if this is what comes back. */
export async function judgeAnswer(testCase: TestCase, answer: Answer, on: Bench = bench): Promise<Judged[]> {
  const { judged } = await runCase({ ...on, send: sendTo(async () => answer) }, testCase);
  return [...judged];
}

/** What the checks say of a case, if the sandbox answers but somebody gets between. */
export async function judgeTampered(
  testCase: TestCase,
  tampering: Tampering,
  on: Bench = bench,
): Promise<Judged[]> {
  const answer = await answerTo(testCase, on.document);
  const { judged } = await runCase({ ...on, send: sendTo(async () => answer) }, testCase, tampering);
  return [...judged];
}

/** The sandbox's answer to a case. */
export async function answerTo(
  { operation, status, example, code }: TestCase,
  from: Document = document,
): Promise<Answer> {
  const name = example ?? code;
  const prefer = `code=${status}${name === undefined ? "" : `, example="${name}"`}`;
  const url = `http://sandbox.invalid${operation.path.replace(/\{[^}]+\}/g, "x")}`;
  const request = new Request(url, { method: operation.method, headers: { prefer } });
  return createDocumentedAnswers(from)(await readRequest(request));
}

/** The findings of one check, as rows of a test spell them. */
export function findingsOf(judged: readonly Judged[], check: CheckName): unknown[][] {
  const findings = judged.find((one) => one.check === check)?.findings ?? [];
  return findings.map(({ verdict, expected, received, ...rest }) =>
    "at" in rest ? [verdict, expected, received, rest.at] : [verdict, expected, received],
  );
}

/** Whatever is no pass, of all checks. */
export function complaints(judged: readonly Judged[]): unknown[][] {
  return judged.flatMap(({ check }) =>
    findingsOf(judged, check)
      .filter(([verdict]) => verdict !== "pass")
      .map((finding) => [check, ...finding]),
  );
}

/** An answer with a JSON body; a string is taken as the body's text. */
export function json(status: number, body: unknown, type = "application/json", headers = {}): Answer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers: { "content-type": type, ...headers }, body: text };
}
