import { cp, mkdir, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { ROOT } from "./installed.ts";
import { environment, mustRun, type RunOptions } from "./run.ts";

/** A copy of the workspace, in which versions are raised and published; the workspace itself is left alone. */
export interface WorkspaceCopy {
  readonly folder: string;
  /** Runs a command of the workspace. @throws unless it succeeds. */
  run(command: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>;
  /** With what it does so: its folder, and its own pnpm and Node. */
  options(env?: Readonly<Record<string, string>>): RunOptions;
  /** Adds a changeset of the next release. */
  change(name: string, packages: Readonly<Record<string, "patch" | "minor">>): Promise<void>;
  /** Commits what has changed, and lists it. */
  commit(message: string): Promise<string[]>;
}

/** Copies all that git knows or would add, and installs from pnpm's store. */
export async function copyWorkspace(folder: string, pnpm: string): Promise<WorkspaceCopy> {
  const listed = await mustRun(["git", "ls-files", "-z", "-co", "--exclude-standard"], { cwd: ROOT });
  for (const name of listed.split("\0").filter(Boolean)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(ROOT, name), join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      // Git still lists what was deleted and not yet committed.
      if (error.code !== "ENOENT") throw error;
    });
  }
  const { PATH } = environment();
  const path = [join(folder, "node_modules/.bin"), dirname(pnpm), PATH].join(delimiter);
  const options: WorkspaceCopy["options"] = (env) => ({
    cwd: folder,
    env: { PATH: path, TURBO_TELEMETRY_DISABLED: "1", ...env },
    limit: 600_000,
  });
  const run: WorkspaceCopy["run"] = (command, env) => mustRun(command, options(env));
  const git = ["git", "-c", "user.name=proof", "-c", "user.email=proof@example.com"];
  await run(["git", "init", "--quiet", "--initial-branch=main"]);
  await run([
    "pnpm",
    "install",
    "--frozen-lockfile",
    "--prefer-offline",
    "--ignore-scripts",
    "--loglevel=warn",
  ]);
  await run(["git", "add", "."]);
  await run([...git, "commit", "--quiet", "--message=As it is"]);
  return {
    folder,
    run,
    options,
    change: (name, packages) => writeFile(join(folder, ".changeset", `${name}.md`), changeset(packages)),
    commit: async (message) => {
      await run(["git", "add", "."]);
      const names = await run(["git", "diff", "--cached", "--name-only"]);
      await run([...git, "commit", "--quiet", `--message=${message}`]);
      return names.split("\n").filter(Boolean);
    },
  };
}

function changeset(packages: Readonly<Record<string, string>>): string {
  const lines = Object.entries(packages).map(([name, level]) => `${JSON.stringify(name)}: ${level}\n`);
  return `---\n${lines.join("")}---\n\nA change that is only here to be released.\n`;
}
