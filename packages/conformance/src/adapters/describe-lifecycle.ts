import { describe, expect, test } from "vitest";
import { loadDocument } from "../document/load-document.ts";
import type { ClientModule } from "../run/client-caller.ts";
import { documentedLifecycles, expectedStory } from "../run/documented-lifecycles.ts";
import { playLifecycle } from "../run/play-lifecycle.ts";

export interface LifecycleOptions {
  /** Path or `file:` URL of the document. */
  readonly document: string | URL;
  /** The client package, as a module. */
  readonly client: ClientModule;
  /** Its mock, as a module: of it, the virtual clock. */
  readonly testing: object;
}

// Compiling the validators of a large document on a busy machine; nothing is measured by it.
const PATIENCE = 60_000;

/**
 * Registers tests that drive a client through everything that its document documents to be started: on a sandbox, in
 * virtual time, to each ending that the document knows.
 *
 * @example
 * import * as client from "@settled/acme-jobs-client";
 * import * as testing from "@settled/acme-jobs-client/testing";
 * await describeLifecycle({ document: "openapi.yaml", client, testing });
 */
export async function describeLifecycle({
  document: source,
  client,
  testing,
}: LifecycleOptions): Promise<void> {
  const document = await loadDocument(source);
  const lifecycles = documentedLifecycles(document);
  const rows = lifecycles.flatMap((lifecycle) => lifecycle.endings.map((ending) => ({ lifecycle, ending })));
  if (rows.length === 0) return;
  describe("on the sandbox", () => {
    test.each(
      rows.map(({ lifecycle, ending }) => ({
        ...{ lifecycle, ending },
        name: `${lifecycle.start.id}, followed by ${lifecycle.poll.id}: ${ending}`,
      })),
    )("$name", { timeout: PATIENCE }, async ({ lifecycle, ending }) => {
      const want = expectedStory(document, lifecycle, ending);
      const story = await playLifecycle({ document, client, testing }, lifecycle, ending);
      expect(story.states).toEqual(want.states);
      expect(story.brought).toEqual(expect.arrayContaining([...want.brought]));
    });
  });
}
