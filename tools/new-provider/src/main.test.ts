import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { main } from "./main.ts";

const REPOSITORY = resolve(import.meta.dirname, "../../..");

async function run(...args: string[]) {
  const root = await mkdtemp(join(tmpdir(), "new-provider-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, "specs/taken"), { recursive: true });
  await cp(join(REPOSITORY, "specs/README.md"), join(root, "specs/README.md"));
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const code = await main(args, { root, today: "2027-01-02", print: say, printError: say });
  const made = (await readdir(join(root, "specs"))).filter(
    (name) => name !== "README.md" && name !== "taken",
  );
  return { root, code, said: said.join("\n"), made };
}

describe("a name that is none, or taken", () => {
  test.each([
    { given: [], want: "a name is missing" },
    { given: ["Acme"], want: "not a provider's name: Acme" },
    { given: ["acme_jobs"], want: "not a provider's name: acme_jobs" },
    { given: ["../acme"], want: "not a provider's name: ../acme" },
    { given: ["acme", "jobs"], want: "not a provider's name: acme jobs" },
    { given: ["taken"], want: "specs/taken is there already" },
  ])("$given", async ({ given, want }) => {
    const { code, said, made } = await run(...given);
    expect([code, made]).toEqual([2, []]);
    expect(said).toContain(want);
  });
});

describe("a new name", () => {
  test("gets the spec that the guide shows, in its own name and with its comments", async () => {
    const { root, code, said, made } = await run("globex-runs");
    expect([code, made]).toEqual([0, ["globex-runs"]]);
    const spec = await readFile(join(root, "specs/globex-runs/openapi.yaml"), "utf8");
    expect(spec).toContain("title: Globex Runs");
    expect(spec).toContain("globex-runs.example");
    expect(spec).toContain("read 2027-01-02");
    expect(spec).toContain("# the label that the vendor gives the version");
    expect(spec).not.toMatch(/Acme Jobs|acme\.example/);
    expect(said).toContain("pnpm codegen globex-runs");
  });
});
