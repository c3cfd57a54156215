import { describe, expect, test } from "vitest";
import { createCases, mainCase } from "../cases/create-cases.ts";
import { isRead } from "../document/is-read.ts";
import { loadDocument } from "../document/load-document.ts";
import type { ClientModule } from "../run/client-caller.ts";
import { documentedStates, judgeAnswer, judgeRetry, judgeState } from "../run/judge-mock.ts";
import { loadValidators } from "../schema/load-validators.ts";

export interface MockOptions {
  /** Path or `file:` URL of the document. */
  readonly document: string | URL;
  /** The client package, as a module. */
  readonly client: ClientModule;
  /** Its mock, as a module: `createMock`, and the steps that scripts are made of. */
  readonly testing: object;
}

// A document of a hundred operations on a busy machine; nothing is measured by it.
const PATIENCE = 60_000;

/**
 * Registers tests for every operation of a client's mock: whatever it can be scripted to answer is judged as the answer
 * of a live service would be, and what it tells of how something goes is read by the client.
 *
 * @example
 * import * as client from "@settled/acme-jobs-client";
 * import * as testing from "@settled/acme-jobs-client/testing";
 * await describeMock({ document: "openapi.yaml", client, testing });
 */
export async function describeMock({ document: source, client, testing }: MockOptions): Promise<void> {
  const document = await loadDocument(source);
  const { validators } = await loadValidators(document);
  const bench = { document, validators, client, testing };
  const cases = createCases(document).filter(({ requirement }) => requirement === undefined);

  describe.each(document.operations)("the mock of $id", (operation) => {
    const own = cases.filter((testCase) => testCase.operation === operation);
    const main = mainCase(own, operation);

    test(`gives all ${own.length} documented answers`, { timeout: PATIENCE }, async () => {
      for (const testCase of own) expect(await judgeAnswer(bench, testCase)).toEqual([]);
    });

    if (!main || !isRead(document, operation)) return;
    test.each(["throttled", "reset"])("%s, it is asked again", async (step) => {
      expect(await judgeRetry(bench, main, step)).toEqual([]);
    });
    const states = documentedStates(document, operation);
    if (states.length === 0) return;
    test.each(states)("tells that it is %s", async (state) => {
      expect(await judgeState(bench, main, state)).toEqual([]);
    });
  });
}
