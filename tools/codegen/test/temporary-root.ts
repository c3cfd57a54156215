import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../src/main.ts";
import { createLint } from "../src/spec/lint.ts";

const vocabulary = join(import.meta.dirname, "../../../specs/vocabulary.schema.json");
const fixtures = join(import.meta.dirname, "../fixtures");

/** The text of a fixture's spec. */
export function readFixture(provider: string): Promise<string> {
  return readFile(join(fixtures, provider, "openapi.yaml"), "utf8");
}

/** The folder of the package that a fixture's spec becomes. */
export function goldenOf(provider: string): string {
  return join(fixtures, provider, "golden");
}

/** The spec that has every feature but one path for all. */
export const acmeJobs: string = await readFixture("acme-jobs");

/** A repository of its own, with these specs, in which codegen runs; it is gone after the test. */
export async function temporaryRoot(
  specs: Record<string, string>,
  { isLinted = false }: { isLinted?: boolean } = {},
): Promise<TemporaryRoot> {
  const root = await mkdtemp(join(tmpdir(), "codegen-"));
  onTestFinished(() => rm(root, { recursive: true }));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await write("specs/vocabulary.schema.json", await readFile(vocabulary, "utf8"));
  await write("LICENSE", await readFile(join(goldenOf("acme-jobs"), "LICENSE"), "utf8"));
  for (const [provider, text] of Object.entries(specs)) await write(`specs/${provider}/openapi.yaml`, text);

  return {
    write,
    read: (path) => readFile(join(root, path), "utf8"),
    files: () => readFiles(join(root, "packages")),
    async codegen(...args) {
      const out: string[] = [];
      const err: string[] = [];
      const code = await main(args, {
        root,
        lint: isLinted ? createLint(join(root, "specs")) : async () => undefined,
        print: (text) => out.push(text),
        printError: (text) => err.push(text),
      });
      return { code, out: out.join("\n"), err: err.join("\n") };
    },
    watch(...args) {
      const interruption = new AbortController();
      const told: string[] = [];
      const code = main(["--watch", ...args], {
        root,
        lint: async () => undefined,
        print: (text) => told.push(text),
        printError: (text) => told.push(text),
        signal: interruption.signal,
      });
      const end = () => {
        interruption.abort();
        return code;
      };
      return { told, end };
    },
  };
}

export interface TemporaryRoot {
  /** Runs until it is ended; what it says is told as it comes. */
  watch(...args: string[]): { readonly told: readonly string[]; end(): Promise<number> };
  write(path: string, text: string): Promise<void>;
  read(path: string): Promise<string>;
  /** Everything below `packages`, by path. */
  files(): Promise<Record<string, string>>;
  codegen(...args: string[]): Promise<{ code: number; out: string; err: string }>;
}

/** Every file below a folder, by path; none if there is no such folder. */
export async function readFiles(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: Record<string, string> = {};
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(directory.length + 1)] = await readFile(path, "utf8");
  }
  return files;
}

/** The text of a fixture's overlay, if it has one. */
export async function readOverlay(provider: string): Promise<string | undefined> {
  return readFile(join(fixtures, provider, "observed.overlay.yaml"), "utf8").catch(() => undefined);
}
