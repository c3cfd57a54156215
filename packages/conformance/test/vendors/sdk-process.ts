import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const here = import.meta.dirname;

/** Where `install.sh` puts the vendors' SDKs. */
const VENDORS = process.env.SETTLED_VENDORS || join(here, "../../../../.cache/vendors");

/** A program around a vendor's SDK that reads commands, and writes what the SDK's own models made of the answers. */
export interface SdkProgram {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Why it cannot be run, if it cannot. */
  readonly missing?: string;
}

const PYTHON = { ...staleness("python.stamp", () => `${read("python/requirements.txt")}${pythonVersion()}`) };
const GO = {
  ...staleness("go.stamp", () => ["go.mod", "go.sum", "main.go"].map((file) => read(`go/${file}`)).join("")),
};

export const ALIBABA_PYTHON: SdkProgram = {
  name: "Python: alibabacloud-oos20190601 3.7.0, alibabacloud-bpstudio20210931 8.1.1",
  command: ["python3", join(here, "python/alibaba.py")],
  ...PYTHON,
};

export const HUAWEI_PYTHON: SdkProgram = {
  name: "Python: huaweicloudsdkworkspace 3.1.219",
  command: ["python3", join(here, "python/huawei.py")],
  ...PYTHON,
};

export const HUAWEI_GO: SdkProgram = {
  name: "Go: huaweicloud-sdk-go-v3 v0.1.207",
  command: [join(VENDORS, "huawei")],
  ...GO,
};

/** What a program answers to one command. */
export interface Outcome {
  // biome-ignore lint/suspicious/noExplicitAny: what was parsed is what the tests look at
  readonly value?: any;
  readonly error?: { readonly is: string; readonly code: string; readonly status: number | null };
}

export interface SdkProcess {
  ask(command: object): Promise<Outcome>;
  close(): Promise<void>;
}

export function startSdk({ command: [file, ...rest] }: SdkProgram): SdkProcess {
  // The SDKs leave files in the user's home.
  const home = mkdtempSync(join(tmpdir(), "settled-vendors-"));
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: home,
    NO_PROXY: "127.0.0.1",
    PYTHONPATH: join(VENDORS, "python"),
    PYTHONIOENCODING: "utf-8",
    PYTHONDONTWRITEBYTECODE: "1",
  };
  const child = spawn(file, rest, { env });
  const complaints: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(command) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`the program ended: ${complaints.join("")}`);
      return JSON.parse(value) as Outcome;
    },
    async close() {
      await ended(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, "exit");
  child.stdin.end();
  await exit;
}

/** A stamp holds what was installed from: another one than today's is as good as none. */
function staleness(stamp: string, sources: () => string): { missing?: string } {
  const install = "packages/conformance/test/vendors/install.sh";
  try {
    const installed = readFileSync(join(VENDORS, stamp), "utf8");
    if (installed.trim() === sources().trim()) return {};
    return { missing: `what is installed is of another version: ${install}` };
  } catch {
    return { missing: `not installed: ${install}` };
  }
}

function read(file: string): string {
  return readFileSync(join(here, file), "utf8");
}

function pythonVersion(): string {
  return spawnSync("python3", ["--version"], { encoding: "utf8" }).stdout ?? "";
}
