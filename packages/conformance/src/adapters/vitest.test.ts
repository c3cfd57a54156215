import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { FIXTURE } from "../../test/acme-jobs.ts";
import { createModule } from "../../test/acme-jobs-client.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { describeConformance } from "./vitest.ts";

await describeConformance({ document: FIXTURE, client: createModule() });

const path = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));

// The oldest that is admitted, and the newest: the same tests of a user's, run by each.
describe.each(["vitest3", "vitest"])("in %s", (vitest) => {
  const runner = import.meta.resolve(`${vitest}/package.json`);

  function run(given: string): { status: string; name: string; message: string }[] {
    const folder = temporaryFolder();
    const entry = fileURLToPath(import.meta.resolve(vitest));
    const alias = [{ find: "^vitest$", replacement: entry }];
    writeFileSync(join(folder, "given.test.ts"), given);
    writeFileSync(
      join(folder, "vitest.config.mjs"),
      `export default { resolve: { alias: ${JSON.stringify(alias)}.map((one) => ({ ...one, find: new RegExp(one.find) })) } };`,
    );
    const file = join(folder, "report.json");
    const command = fileURLToPath(new URL("./vitest.mjs", runner));
    const args = [command, "run", "--root", folder, "--reporter", "json", "--outputFile", file];
    const { stderr } = spawnSync(process.execPath, args, { env: { ...process.env, VITEST: undefined } });
    const { testResults } = JSON.parse(readFileSync(file, "utf8")) as Results;
    return testResults.flatMap(({ assertionResults, message }) => {
      if (assertionResults.length === 0) throw new Error(`${message}\n${stderr}`);
      return assertionResults.map(({ fullName, status, failureMessages = [] }) => {
        return { status, name: fullName, message: failureMessages.join("\n") };
      });
    });
  }

  test("a client that breaks the contract fails the tests of what it breaks, and no others", {
    timeout: 120_000,
  }, () => {
    const tests = run(`import { describeConformance } from ${path("./vitest.ts")};
import { createModule } from ${path("../../test/acme-jobs-client.ts")};
const client = createModule({ queryName: (name) => name.toUpperCase() });
await describeConformance({ document: ${JSON.stringify(FIXTURE)}, client });
`);
    const failed = tests.filter(({ status }) => status === "failed").map(({ name }) => name);
    expect(failed).toEqual([
      "getJob 200 succeeded",
      "getJob 200 failed",
      "getJob 400 BadDepth",
      "getJob 404 JobNotFound",
      "getJob 404 JobExpired",
      "getJob 409 JobLocked",
      "getJob 409 JobSealed",
      "getJob 200 succeeded by AcmeBasic",
      "getJob 200 succeeded by AcmeSignature",
    ]);
    expect(tests.length).toBeGreaterThan(failed.length);
  });

  test("an answer that does not conform fails, and says how", { timeout: 120_000 }, () => {
    const tests = run(`import { expect, test } from "vitest";
import { conformTo } from ${path("./vitest.ts")};
expect.extend(conformTo(${JSON.stringify(FIXTURE)}));
const headers = { "content-type": "application/json" };
test("good", () => expect(new Response('{"healthy":true,"since":"2026-11-22T07:10:36Z"}', { headers })).toConformTo("getHealth"));
test("bad", () => expect(new Response("", { status: 418 })).toConformTo("getHealth"));
test("good, as if it were bad", () => expect(new Response('{"healthy":true,"since":"2026-11-22T07:10:36Z"}', { headers })).not.toConformTo("getHealth"));
`);
    expect(tests.map(({ name, status }) => `${status} ${name}`)).toEqual([
      "passed good",
      "failed bad",
      "failed good, as if it were bad",
    ]);
    expect(tests[1]?.message).toMatch(
      /fail status-code getHealth 418 of .*\n {2}expected .*\n {2}received {2}418/,
    );
  });
});

interface Results {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

// The same client, made by a function of one's own.
const { createClient, basic, apiKey, accessKey } = createModule();
describe("a client that a function makes", async () => {
  await describeConformance({
    document: FIXTURE,
    createClient({ credentials: { username, password = "", token, accessKey: key } = {}, ...rest }) {
      const auth = [
        ...(key ? [accessKey?.(key)] : []),
        ...(username === undefined ? [] : [basic?.(username, password)]),
        ...(token === undefined ? [] : [apiKey?.(token)]),
      ];
      return createClient({ ...rest, auth, retry: false });
    },
  });
});
