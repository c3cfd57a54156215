import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createCases, mainCase } from "../src/cases/create-cases.ts";
import type { TestCase } from "../src/cases/test-case.ts";
import type { Document, Operation } from "../src/document/document.ts";
import { loadDocument } from "../src/document/load-document.ts";
import { prepareRequest } from "../src/run/caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "../src/run/credentials.ts";
import type { SentRequest } from "../src/wire/exchange.ts";
import { asSent } from "../src/wire/send.ts";

const specs = fileURLToPath(new URL("../../../specs", import.meta.url));

/** The documents of all providers: the folder is the registry. */
export const documents: readonly Document[] = await Promise.all(
  readdirSync(specs)
    .map((name) => `${specs}/${name}/openapi.yaml`)
    .filter((file) => existsSync(file))
    .map((file) => loadDocument(file)),
);

const remembered = new Map<Document, Promise<MainRequest[]>>();

/** The case that shows each operation at work, with the request that the judge sends for it. */
export function mainRequests(document: Document): Promise<MainRequest[]> {
  const requests = remembered.get(document) ?? createRequests(document);
  remembered.set(document, requests);
  return requests;
}

async function createRequests(document: Document): Promise<MainRequest[]> {
  const cases = createCases(document);
  return Promise.all(
    document.operations.map(async (operation) => {
      const testCase = mainCase(cases, operation) as TestCase;
      return { operation, testCase, request: await requestOf(document, testCase) };
    }),
  );
}

export interface MainRequest {
  readonly operation: Operation;
  readonly testCase: TestCase;
  readonly request: SentRequest;
}

async function requestOf(document: Document, testCase: TestCase): Promise<SentRequest> {
  const target = { baseUrl: "http://sandbox.invalid", credentials: DEVELOPMENT_CREDENTIALS };
  return asSent(await prepareRequest(document, testCase, target));
}
