import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../src/main.ts";

/** A repository of its own, in which spec-diff runs; it is gone after the test. */
export interface TemporaryRoot {
  readonly path: string;
  write(file: string, content: unknown): void;
  read(file: string): string | undefined;
  git(...args: string[]): string;
  /** Commits everything, and gives the commit. */
  commit(message: string): string;
  run(...args: string[]): Promise<{ code: number; out: string; err: string }>;
  /** The same repository, cloned with these options. */
  clone(...options: string[]): TemporaryRoot;
}

export function temporaryRoot(): TemporaryRoot {
  const root = rootAt(mkdtempSync(join(tmpdir(), "spec-diff-")));
  root.git("init", "--quiet", "--initial-branch=main");
  return root;
}

function rootAt(path: string): TemporaryRoot {
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const git = (...args: string[]) => {
    const who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com"];
    return execFileSync("git", [...who, ...args], { cwd: path, encoding: "utf8", stdio: "pipe" });
  };
  return {
    path,
    git,
    write(file, content) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), typeof content === "string" ? content : JSON.stringify(content));
    },
    read: (file) => (existsSync(join(path, file)) ? readFileSync(join(path, file), "utf8") : undefined),
    commit(message) {
      git("add", "--all");
      git("commit", "--quiet", "--message", message);
      return git("rev-parse", "HEAD").trim();
    },
    async run(...args) {
      const out: string[] = [];
      const err: string[] = [];
      const code = await main(args, {
        root: path,
        print: (text) => out.push(text),
        printError: (text) => err.push(text),
        paint: (_, text) => text,
      });
      return { code, out: out.join("\n"), err: err.join("\n") };
    },
    clone(...options) {
      const copy = mkdtempSync(join(tmpdir(), "spec-diff-"));
      git("clone", "--quiet", ...options, `file://${path}`, copy);
      return rootAt(copy);
    },
  };
}
