import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCases, mainCase } from "../../src/cases/create-cases.ts";
import { loadDocument } from "../../src/document/load-document.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/create-sandbox.ts";
import { ask, compare, type Difference } from "./compare.ts";
import { explanations } from "./explanations.ts";
import { missing, type Prism, startPrism } from "./prism.ts";
import { byPath, kinds, ORIGIN, requestOf } from "./requests.ts";

const SPECS = new URL("../../../../specs/", import.meta.url);
const providers = readdirSync(SPECS, { withFileTypes: true }).filter((entry) => entry.isDirectory());

// Prism is given up after a second and a half for each request that it never answers.
const PATIENCE = 300_000;
const FORCED = "asked for each status";

// Prism, a mock server of somebody else's, is given the requests that the sandbox is given. Where their answers
// differ, exactly one explanation fits; an explanation that explains nothing any more is wrong.
describe.skipIf(missing)(
  `the sandbox and Prism${missing ? ` (${missing})` : ""}`,
  { timeout: PATIENCE },
  () => {
    const differences: Difference[] = [];

    describe.each(providers.map(({ name }) => name))("%s", (name) => {
      let prism: Prism;
      const file = new URL(`${name}/openapi.yaml`, SPECS);
      beforeAll(async () => {
        prism = await startPrism(file.pathname);
      }, PATIENCE);
      afterAll(() => prism.close());

      test("every difference is explained", { timeout: PATIENCE }, async () => {
        const whole = await loadDocument(file, name);
        const sandbox = await createSandbox({ documents: [whole] });
        const found = await differencesOver(byPath(whole), sandbox, prism);
        differences.push(...found);
        const unexplained = found
          .map((difference) => ({ difference, by: explanations.filter(({ fits }) => fits(difference)) }))
          .filter(({ by }) => by.length !== 1)
          .map(({ difference, by }) => ({ ...brief(difference), by: by.map(({ why }) => why) }));
        expect(unexplained).toEqual([]);
      });
    });

    test("every explanation explains something", () => {
      const idle = explanations.filter(({ fits }) => !differences.some(fits));
      expect(idle.map(({ why }) => why)).toEqual([]);
    });
  },
);

async function differencesOver(
  document: ReturnType<typeof byPath>,
  sandbox: Sandbox,
  prism: Prism,
): Promise<Difference[]> {
  const cases = createCases(document);
  const found: Difference[] = [];
  const servers = {
    theirs: { fetch, origin: prism.origin },
    ours: { fetch: sandbox.fetch as typeof fetch, origin: ORIGIN },
  };
  for (const operation of document.operations) {
    const main = mainCase(cases, operation);
    if (!main) continue;
    for (const kind of Object.keys(kinds)) {
      const statuses = kind === FORCED ? Object.keys(operation.responses) : [undefined];
      for (const status of statuses) {
        // Signed anew each time: a nonce is good once.
        const asked = await requestOf(document, main, kind);
        if (!asked) continue;
        const headers = new Headers(asked.headers);
        if (status !== undefined) headers.set("prefer", `code=${status}`);
        sandbox.reset();
        const request = { ...asked, headers };
        const theirs = await ask(servers.theirs, request);
        const ours = await ask(servers.ours, request);
        const difference = compare(
          { operation: `${document.name} ${operation.id}`, kind },
          theirs,
          ours,
          status !== undefined,
        );
        if (difference) found.push(difference);
      }
    }
  }
  return found;
}

function brief({ operation, kind, aspect, theirs, ours }: Difference) {
  return {
    operation,
    kind,
    aspect,
    theirs: `${theirs.status} ${theirs.type}`,
    ours: `${ours.status} ${ours.type}`,
  };
}
