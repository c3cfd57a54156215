import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What has to be asked of the history of a clone. */
export interface Git {
  /** The text of a file in a revision; `undefined` if it has none. */
  show(revision: string, path: string): Promise<string | undefined>;
  /** The commit that a revision names; `undefined` if it names none. */
  commit(revision: string): Promise<string | undefined>;
  /** Whether files differ from those of a revision: `:(exclude)*.test.ts` leaves some out. */
  hasChanged(revision: string, paths: readonly string[]): Promise<boolean>;
  /** Whether the clone was made without its past. */
  isShallow(): Promise<boolean>;
  /** The last commit in which the count of a text in a file changed. */
  lastChange(text: string, path: string): Promise<string | undefined>;
}

export function createGit(root: string): Git {
  /** What git prints, or `undefined` if it finds nothing. It is given arguments, never a line of a shell. */
  const ask = async (...args: string[]): Promise<string | undefined> => {
    try {
      return (await run("git", args, { cwd: root, maxBuffer: 64 * 1024 * 1024 })).stdout;
    } catch {
      return undefined;
    }
  };
  const firstLine = (text: string | undefined) => text?.split("\n")[0] || undefined;
  return {
    // `./`: the root need not be that of the repository.
    show: (revision, path) => ask("show", `${revision}:./${path}`),
    commit: async (revision) =>
      firstLine(await ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)),
    hasChanged: async (revision, paths) =>
      firstLine(await ask("diff", "--name-only", revision, "--", ...paths)) !== undefined,
    isShallow: async () => firstLine(await ask("rev-parse", "--is-shallow-repository")) === "true",
    lastChange: async (text, path) =>
      firstLine(await ask("log", "-1", "--format=%H", `-S${text}`, "--", path)),
  };
}
