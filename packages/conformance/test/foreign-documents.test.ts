import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../src/adapters/server.ts";
import { exitCode } from "../src/commands/exit-codes.ts";
import { findProvider } from "../src/commands/find-provider.ts";
import { judgeProvider } from "../src/commands/judge-provider.ts";
import { sharedFolder } from "./temporary-folder.ts";

// Documents that nobody here wrote, on their own sandbox: what cannot be judged is one skip per operation, and nothing is
// a finding. Left out is the one of a hundred operations (star-trek), which takes longer than all others together.
const DOCUMENTS = [
  { file: "2.0/json/api-with-examples.json", pass: 16, skip: 0 },
  { file: "2.0/json/petstore-expanded.json", pass: 31, skip: 0 },
  { file: "2.0/json/petstore-minimal.json", pass: 4, skip: 0 },
  { file: "2.0/json/petstore-simple.json", pass: 21, skip: 0 },
  { file: "2.0/json/petstore-with-external-docs.json", pass: 31, skip: 0 },
  { file: "2.0/json/petstore.json", pass: 116, skip: 0 },
  { file: "2.0/json/schema-circular.json", pass: 3, skip: 0 },
  { file: "3.0/json/callbacks.json", pass: 4, skip: 0 },
  { file: "3.0/json/circular-paths.json", pass: 15, skip: 0 },
  { file: "3.0/json/circular-request-bodies.json", pass: 12, skip: 1 },
  { file: "3.0/json/circular.json", pass: 7, skip: 0 },
  { file: "3.0/json/complex-nesting.json", pass: 12, skip: 2 },
  { file: "3.0/json/discriminators.json", pass: 3, skip: 9 },
  { file: "3.0/json/file-uploads.json", pass: 6, skip: 1 },
  { file: "3.0/json/form-data.json", pass: 7, skip: 0 },
  { file: "3.0/json/http-status-codes.json", pass: 252, skip: 5 },
  { file: "3.0/json/link-example.json", pass: 23, skip: 0 },
  { file: "3.0/json/parameters-common.json", pass: 15, skip: 0 },
  { file: "3.0/json/parameters-cookies.json", pass: 3, skip: 0 },
  { file: "3.0/json/parameters-extreme.json", pass: 3, skip: 0 },
  { file: "3.0/json/parameters-style.json", pass: 54, skip: 7 },
  { file: "3.0/json/petstore-expanded.json", pass: 31, skip: 0 },
  { file: "3.0/json/petstore-simple-no-tags.json", pass: 7, skip: 0 },
  { file: "3.0/json/petstore-simple.json", pass: 7, skip: 0 },
  { file: "3.0/json/petstore.json", pass: 120, skip: 0 },
  { file: "3.0/json/polymorphism.json", pass: 21, skip: 6 },
  { file: "3.0/json/readme-extensions.json", pass: 33, skip: 1 },
  { file: "3.0/json/readme-legacy.json", pass: 123, skip: 21 },
  { file: "3.0/json/request-examples.json", pass: 48, skip: 5 },
  { file: "3.0/json/response-empty-examples.json", pass: 15, skip: 0 },
  { file: "3.0/json/response-examples.json", pass: 0, skip: 2 },
  { file: "3.0/json/response-multiple-mediatypes.json", pass: 42, skip: 0 },
  { file: "3.0/json/response-schemas.json", pass: 36, skip: 1 },
  { file: "3.0/json/schema-additional-properties.json", pass: 0, skip: 1 },
  { file: "3.0/json/schema-circular.json", pass: 6, skip: 1 },
  { file: "3.0/json/schema-deprecated.json", pass: 0, skip: 1 },
  { file: "3.0/json/schema-encoding-style.json", pass: 3, skip: 0 },
  { file: "3.0/json/schema-enums.json", pass: 3, skip: 2 },
  { file: "3.0/json/schema-types.json", pass: 51, skip: 4 },
  { file: "3.0/json/schema-validation.json", pass: 12, skip: 1 },
  { file: "3.0/json/schema-visibility.json", pass: 4, skip: 0 },
  { file: "3.0/json/security-multiple.json", pass: 18, skip: 1 },
  { file: "3.0/json/security.json", pass: 52, skip: 0 },
  { file: "3.0/json/server-path-level.json", pass: 21, skip: 0 },
  { file: "3.0/json/server-variables.json", pass: 12, skip: 0 },
  { file: "3.0/json/uspto.json", pass: 19, skip: 0 },
  { file: "3.1/json/parameters-style.json", pass: 0, skip: 25 },
  { file: "3.1/json/petstore-simple.json", pass: 7, skip: 0 },
  { file: "3.1/json/petstore.json", pass: 120, skip: 0 },
  { file: "3.1/json/readme-extensions.json", pass: 0, skip: 10 },
  { file: "3.1/json/readme.json", pass: 257, skip: 0 },
  { file: "3.1/json/schema-encoding-style.json", pass: 0, skip: 1 },
  { file: "3.1/json/schema-types.json", pass: 0, skip: 23 },
  { file: "3.1/json/schema-validation-local.json", pass: 12, skip: 1 },
  { file: "3.1/json/schema-validation-top-level.json", pass: 3, skip: 0 },
  { file: "3.1/json/security.json", pass: 52, skip: 0 },
  { file: "3.1/json/train-travel.json", pass: 303, skip: 2 },
];

const ALLOW = "--allow-unknown-members";

const fileOf = (name: string) => fileURLToPath(import.meta.resolve(`@readme/oas-examples/${name}`));

test.each(DOCUMENTS)("$file: $pass pass, $skip skip", { timeout: 60_000 }, async (given) => {
  const provider = await findProvider(fileOf(given.file));
  const { signal } = new AbortController();
  const how = { as: "documented", parameters: {}, withMutants: true, timeout: 10_000, signal } as const;
  const { row, proved } = await judgeProvider(provider, how);
  const { checks, verdicts } = row.report;
  const alarms = checks.filter(({ verdict }) => verdict !== "pass" && verdict !== "skip");
  expect(alarms).toEqual([]);
  expect(row.mutants?.survivors).toEqual([]);
  expect({ pass: verdicts.pass, skip: verdicts.skip }).toEqual({ pass: given.pass, skip: given.skip });
  // Where nothing could be judged, nothing was proved.
  expect(exitCode([verdicts], proved)).toBe(given.pass > 0 ? 0 : 3);
  const skips = checks.filter(({ verdict, case: name }) => verdict === "skip" && name === "all");
  expect(new Set(skips.map(({ operation }) => operation)).size).toBe(skips.length);
  expect(skips.filter(({ received }) => received === "")).toEqual([]);
});

test("a document that wants credentials of a scheme which it does not declare is told so", async () => {
  await expect(findProvider(fileOf("3.0/json/response-http-behavior.json"))).rejects.toThrow(
    'no security scheme is named "api_key"',
  );
});

test("a document without operations is told from one that conforms", async () => {
  await expect(findProvider(fileOf("3.1/json/webhooks.json"))).rejects.toThrow(
    "the document has no operation",
  );
});

describe("live", () => {
  let server: RunningServer;
  const folder = sharedFolder();
  beforeAll(async () => {
    const body = '{"id":1,"more":true}';
    const headers = { "content-type": "application/json" };
    server = await startServer(async () => ({ status: 200, headers, body }));
  });
  afterAll(() => server.close());

  test.each([
    { name: "are a deviation", more: {}, args: [], want: { code: 1, says: "documented members only" } },
    { name: "are none, where that is asked for", more: {}, args: [ALLOW], want: { code: 0, says: "pass" } },
    {
      name: "still are where the document forbids them",
      more: { additionalProperties: false },
      args: [ALLOW],
      want: { code: 1, says: "documented members only" },
    },
    {
      name: "let no wrong type pass",
      more: { properties: { id: { type: "string" } } },
      args: [ALLOW],
      want: { code: 1, says: "#/id type string" },
    },
  ])("unknown members $name", { timeout: 60_000 }, async ({ more, args, want }) => {
    const schema = { type: "object", properties: { id: { type: "integer" } }, ...more };
    const content = { "application/json": { schema } };
    const get = { operationId: "getThing", responses: { "200": { description: "A thing.", content } } };
    const file = join(folder, "openapi.json");
    const info = { title: "Things", version: "1" };
    await writeFile(file, JSON.stringify({ openapi: "3.1.1", info, paths: { "/thing": { get } } }));
    const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
    const argv = [cli, "check", file, "--url", server.origin, ...args];
    const run = promisify(execFile)(process.execPath, argv, { env: { ...process.env, NO_COLOR: "1" } });
    const ended = await run.catch((error: { code: number; stdout: string }) => error);
    expect("code" in ended ? ended.code : 0).toBe(want.code);
    expect(ended.stdout).toContain(want.says);
  });
});
