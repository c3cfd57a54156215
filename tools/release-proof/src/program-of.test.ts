import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./installed.ts";
import { programOf } from "./program-of.ts";

describe("the program of a client", () => {
  test.each([
    {
      given: '  const outcome = await acme.run("startJob", { a: 1 }, { deadline: "10m" });\n',
      want: 'await acme.run("startJob", { a: 1 }, { deadline: "30s"',
    },
    {
      given:
        'const outcome = await acme.run(\n    "startJob",\n    { b: f(";") },\n    { deadline: "10m" },\n  );\n',
      want: 'await acme.run(\n    "startJob",\n    { b: f(";") }, { deadline: "30s"',
    },
  ])("runs what its README runs: $given", ({ given, want }) => {
    expect(programOf(given, "@settled/acme-client")).toContain(want);
  });

  test.each([{ given: "" }, { given: 'await acme.settle("getJob", {}, { deadline: "10m" });\n' }])(
    "needs a start: $given",
    ({ given }) => {
      expect(() => programOf(given, "@settled/acme-client")).toThrow(
        "the README of @settled/acme-client starts nothing, and waits for nothing",
      );
    },
  );

  test("can be told from the examples of each client that starts something", () => {
    const usages = globSync("packages/*-client/test/usage.ts", { cwd: ROOT }).map((file) =>
      readFileSync(join(ROOT, file), "utf8"),
    );
    const starting = usages.filter((usage) => usage.includes(".run("));
    expect(starting).not.toEqual([]);
    for (const usage of starting) expect(programOf(usage, "a")).toContain("export async function program");
  });
});
