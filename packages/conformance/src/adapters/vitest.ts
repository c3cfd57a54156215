import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createAuthority } from "../authentication/authority.ts";
import { createCases } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import { loadDocument } from "../document/load-document.ts";
import { isShowable, loadErrata } from "../document/load-errata.ts";
import { askFor } from "../run/ask-for.ts";
import { createClientCaller } from "../run/client-caller.ts";
import { credentialsFor, DEVELOPMENT_CREDENTIALS, TEMPORARY_CREDENTIALS } from "../run/credentials.ts";
import { createErrata } from "../run/explain-errata.ts";
import { type Judged, runCase } from "../run/run-case.ts";
import { runCheck } from "../run/run-check.ts";
import { runMutants } from "../run/run-mutants.ts";
import { sendTo } from "../sandbox/answer.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { loadValidators } from "../schema/load-validators.ts";
import { type ConformanceOptions, judgedClient } from "./judged-client.ts";

export { type Conformable, type ConformanceMatchers, conformTo } from "./conform-matcher.ts";
export { describeLifecycle, type LifecycleOptions } from "./describe-lifecycle.ts";
export { describeMock, type MockOptions } from "./describe-mock.ts";
export type { CaseCredentials, ClientOptions, ConformanceOptions } from "./judged-client.ts";

/**
 * Registers a test for every documented answer of every operation, driven through the client, one per operation
 * that proves the checks can fail, and one for what is known to deviate, if an overlay stands beside the document.
 *
 * @example
 * import * as client from "@settled/acme-jobs-client";
 * await describeConformance({ document: "specs/acme-jobs/openapi.yaml", client });
 * @example
 * await describeConformance({
 *   document: "openapi.yaml",
 *   createClient: ({ baseUrl, fetch, credentials }) => new JobsClient({ url: baseUrl, fetch, ...credentials }),
 * });
 */
export async function describeConformance(options: ConformanceOptions): Promise<void> {
  const { document: source } = options;
  const client = judgedClient(options);
  const document = await loadDocument(source);
  const { validators } = await loadValidators(document);
  const { respond: sandbox } = await createSandbox({ documents: [document] });
  const baseUrl = "http://sandbox.invalid";
  const call = createClientCaller(document, client, { baseUrl, credentials: DEVELOPMENT_CREDENTIALS });
  const authority = createAuthority(DEVELOPMENT_CREDENTIALS);
  const bench = {
    document,
    validators,
    baseUrl,
    call,
    send: sendTo(sandbox),
    authority,
    timeout: 10_000,
  };
  const cases = createCases(document);

  for (const operation of document.operations) {
    describe(operation.id, () => {
      for (const testCase of cases.filter((one) => one.operation === operation)) {
        test(testCase.name, async () => {
          const { judged } = await runCase({ ...bench, targetHeaders: askFor }, testCase);
          expect(wrongIn(judged)).toEqual([]);
          expect(judged.map(({ check }) => check)).toContain("client-result");
        });
      }

      test("every broken twin is caught", { timeout: PATIENCE }, async () => {
        const runs = await runMutants(
          { ...bench, document: { ...document, operations: [operation] } },
          sandbox,
        );
        expect(runs.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
        expect(runs.length).toBeGreaterThanOrEqual(8);
      });
    });
  }

  const signed = cases.filter((testCase) => isSigned(document, testCase));
  const reason = signed.length > 0 ? "" : ": skipped, since no documented operation is signed";
  test.skipIf(reason !== "")(
    `signs with a temporary access key, too${reason}`,
    { timeout: PATIENCE },
    async () => {
      const credentials = TEMPORARY_CREDENTIALS;
      const temporary = {
        ...bench,
        call: createClientCaller(document, client, { baseUrl, credentials }),
        authority: createAuthority(credentials),
        targetHeaders: askFor,
      };
      for (const testCase of signed) {
        const { judged } = await runCase(temporary, testCase);
        const own = judged.filter(({ check }) => check === "authentication");
        expect([testCase.operation.id, own.length, wrongIn(own)]).toEqual([testCase.operation.id, 1, []]);
      }
    },
  );

  const errata = await loadErrata(overlayBeside(source));
  if (errata.length === 0) return;
  test(`${errata.length} errata, each by its name`, { timeout: PATIENCE }, async () => {
    const known = await createErrata(document, errata);
    const asked = await known.observed();
    const send = sendTo(createDocumentedAnswers(asked));
    const options = {
      ...bench,
      send,
      errata: known,
      asked,
      targetKind: "sandbox",
    } as const;
    const { checks } = (await runCheck(options)).report;
    expect(checks.filter(({ verdict }) => verdict !== "pass" && verdict !== "erratum")).toEqual([]);
    const shown = new Set(checks.flatMap((entry) => entry.errata ?? []));
    const missed = errata.filter((erratum) => isShowable(erratum) && !shown.has(erratum.name));
    expect(missed.map(({ name }) => name)).toEqual([]);
  });
}

/** Whether a case shows an operation at work, with a signature. */
function isSigned(document: Document, testCase: TestCase): boolean {
  const chosen = credentialsFor(document, testCase, TEMPORARY_CREDENTIALS);
  const signs = chosen?.some(({ kind }) => kind === "accessKey") ?? false;
  return signs && isSuccess(testCase.status) && testCase.code === undefined;
}

function wrongIn(judged: readonly Judged[]): object[] {
  return judged.flatMap(({ check, findings }) =>
    findings.filter(({ verdict }) => verdict !== "pass").map((finding) => ({ check, ...finding })),
  );
}

// A document of a hundred operations on a busy machine; nothing is measured by it.
const PATIENCE = 120_000;

function overlayBeside(source: string | URL): string {
  const path = source instanceof URL ? fileURLToPath(source) : source;
  return join(dirname(path), "observed.overlay.yaml");
}
