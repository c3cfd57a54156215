import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { checkConfig } from "./check-config.ts";
import { defineConfig } from "./define-config.ts";
import { liveSettings } from "./live-settings.ts";
import { loadConfig } from "./load-config.ts";

const folder = sharedFolder();

describe("a configuration is found by its name", () => {
  test("or there is none", async () => {
    expect(await loadConfig(undefined, folder)).toEqual({ config: {}, folder });
  });
  test.each([
    { name: "a.config.json", text: '{ "ids": { "jobId": "7" } }' },
    { name: "a.config.mjs", text: 'export default { ids: { jobId: "7" } };' },
    { name: "a.config.js", text: 'module.exports = { ids: { jobId: "7" } };' },
    {
      name: "a.config.mts",
      text: 'const ids: Record<string, string> = { jobId: "7" }; export default { ids };',
    },
  ])("$name", async ({ name, text }) => {
    await writeFile(join(folder, name), text);
    expect((await loadConfig(name, folder)).config).toEqual({ ids: { jobId: "7" } });
  });
  test("settled.config.json, without being named", async () => {
    await writeFile(join(folder, "settled.config.json"), '{ "limits": { "rate": 2 } }');
    expect(await loadConfig(undefined, folder)).toMatchObject({
      config: { limits: { rate: 2 } },
      file: join(folder, "settled.config.json"),
    });
  });
  test.each(["nowhere.mjs", "broken.mjs", "c.yaml"])(
    "%s cannot be loaded, and says how it could",
    async (name) => {
      await writeFile(join(folder, "broken.mjs"), "export default {");
      await writeFile(join(folder, "c.yaml"), "ids:");
      await expect(loadConfig(name, folder)).rejects.toThrow(
        /cannot load the configuration.*\n.*where.*\n.*types that can be stripped/,
      );
    },
  );
});

describe("what a configuration says is held against what it can say", () => {
  test.each<{ given: unknown; want: string }>([
    {
      given: 1,
      want: "the configuration is wrong: number\n  where     c.ts\n  expected  an object with ids",
    },
    { given: undefined, want: "the configuration is wrong: missing" },
    {
      given: { id: {} },
      want: "the configuration knows no id\n  where     c.ts\n  expected  one of ids, targets",
    },
    { given: { ids: { jobId: 7 } }, want: "where     c.ts ids jobId\n  expected  a text" },
    { given: { limits: { rate: 0 } }, want: "where     c.ts limits rate\n  expected  a number above 0" },
    {
      given: { limits: { budget: 1.5 } },
      want: "where     c.ts limits budget\n  expected  a whole number above 0",
    },
    { given: { limits: { retries: 3 } }, want: "where     c.ts limits retries\n  expected  0, 1 or 2" },
    { given: { targets: { a: {} } }, want: "where     c.ts targets a url\n  expected  the base URL" },
    {
      given: { targets: { a: { url: "ftp://x" } } },
      want: "where     c.ts targets a url\n  expected  an http or https URL",
    },
    {
      given: { allowWrites: "startJob" },
      want: "where     c.ts allowWrites\n  expected  a list of operationIds",
    },
    { given: { negatives: "no" }, want: "where     c.ts negatives\n  expected  true or false" },
  ])("$want", ({ given, want }) => {
    expect(() => checkConfig(given, "c.ts")).toThrow(want);
  });
  test("and never shown", () => {
    expect(() => checkConfig({ ids: "s3cret" }, "c.ts")).not.toThrow(/s3cret/);
  });
});

describe("of several that say something", () => {
  const config = defineConfig({
    ids: { jobId: "config", site: "config" },
    limits: { budget: 10, rate: 1, concurrency: 2 },
    targets: { a: { url: "https://a.invalid", ids: { site: "target" }, limits: { rate: 2 }, ca: "ca.pem" } },
    allowWrites: ["startJob"],
  });
  const loaded = { config, folder: "/etc/settled", file: "/etc/settled/settled.config.ts" };
  const command = { deadline: 1, interval: 1 };
  test("the command line beats the target, and that the rest", () => {
    const settings = liveSettings({ ...command, target: "a", budget: 5 }, loaded, { jobId: "line" });
    expect(settings).toEqual({
      limits: { budget: 5, rate: 2, concurrency: 2, retries: 2 },
      allowWrites: ["startJob"],
      negatives: true,
      parameters: { jobId: "line", site: "target" },
      tls: { ca: "/etc/settled/ca.pem" },
    });
  });
  test("a target that is none is explained", () => {
    expect(() => liveSettings({ ...command, target: "b" }, loaded)).toThrow(
      /no such target: b\n.*\n.*targets \(a\)/,
    );
  });
});

// @ts-expect-error: a configuration holds no credentials.
defineConfig({ token: "t" });
