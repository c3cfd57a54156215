import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { FIXTURE } from "../../test/acme-jobs.ts";
import { createModule } from "../../test/acme-jobs-client.ts";
import { describeConformance } from "./vitest.ts";

await describeConformance({ document: FIXTURE, client: createModule() });

const VITEST = fileURLToPath(new URL("./vitest.mjs", import.meta.resolve("vitest/package.json")));

describe("a client that breaks the contract", () => {
  test("fails the tests of what it breaks, and no others", { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "settled-"));
    writeFileSync(
      join(folder, "given.test.ts"),
      `import { describeConformance } from ${JSON.stringify(new URL("./vitest.ts", import.meta.url).pathname)};
import { createModule } from ${JSON.stringify(new URL("../../test/acme-jobs-client.ts", import.meta.url).pathname)};
const client = createModule({ queryName: (name) => name.toUpperCase() });
await describeConformance({ document: ${JSON.stringify(FIXTURE)}, client });
`,
    );
    const file = join(folder, "report.json");
    const args = [VITEST, "run", "--root", folder, "--reporter", "json", "--outputFile", file];
    spawnSync(process.execPath, args, { env: { ...process.env, VITEST: undefined } });
    const { testResults } = JSON.parse(readFileSync(file, "utf8")) as {
      testResults: { assertionResults: { fullName: string; status: string }[] }[];
    };
    rmSync(folder, { recursive: true });
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
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
});

// The same client, made by a function of one's own.
const { createClient, basic, apiKey, accessKey } = createModule();
describe("a client that a function makes", async () => {
  await describeConformance({
    document: FIXTURE,
    createClient({
      credentials: { username = "", password = "", token = "", accessKey: key } = {},
      ...rest
    }) {
      const auth = key ? accessKey?.(key) : token === "" ? basic?.(username, password) : apiKey?.(token);
      return createClient({ ...rest, auth, retry: false });
    },
  });
});
