import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { firstSpec } from "./first-spec.ts";

export interface Surroundings {
  readonly root: string;
  /** The day, as `2026-11-22`. */
  readonly today: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/**
 * `new-provider <name>`: lays down `specs/<name>/openapi.yaml`, and says what comes next.
 *
 * @returns the exit code: 0 done, 2 the name is no name, or taken
 */
export async function main([name, ...others]: readonly string[], around: Surroundings): Promise<number> {
  const { root, today, print, printError } = around;
  if (name === undefined || others.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    printError(
      [
        name === undefined ? "a name is missing" : `not a provider's name: ${[name, ...others].join(" ")}`,
        "  expected: words of lower-case letters and digits, joined by hyphens: it is the name everywhere",
        "  example:  pnpm new-provider acme-jobs",
      ].join("\n"),
    );
    return 2;
  }
  const folder = join(root, "specs", name);
  if (existsSync(folder)) {
    printError(`specs/${name} is there already\n  expected: a name that no provider has`);
    return 2;
  }
  const guide = await readFile(join(root, "specs/README.md"), "utf8");
  await mkdir(folder);
  await writeFile(join(folder, "openapi.yaml"), firstSpec(guide, name, today), { flag: "wx" });
  print(nextSteps(name));
  return 0;
}

function nextSteps(name: string): string {
  const steps = [
    [`pnpm spec-lint ${name}`, "finds what is wrong with it, and says how to write it"],
    [`pnpm codegen ${name}`, `makes packages/${name}-client; --watch: at each save`],
    ["pnpm install", "joins the new package to the workspace"],
    [`pnpm settled check ${name}`, "judges the client on the sandbox"],
    [`pnpm settled sandbox ${name}`, "is the service, to try the client on"],
    ["pnpm spec-diff --changeset", "writes down its first release"],
  ] as const;
  const width = Math.max(...steps.map(([command]) => command.length));
  return [
    `specs/${name}/openapi.yaml is a whole spec of a service that does not exist.`,
    "Transcribe the vendor's pages into it; specs/README.md says how. Then:",
    "",
    ...steps.map(([command, does]) => `  ${command.padEnd(width)}  ${does}`),
  ].join("\n");
}
