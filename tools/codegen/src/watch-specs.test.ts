import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { watchSpecs } from "./watch-specs.ts";

const PATHS = { one: "one/openapi.yaml", two: "two/openapi.yaml" };

// The first is saved before anybody listens, the others while what was told is being worked at.
it.each([
  { how: "written in place", save: [write(PATHS.one)], want: ["one"] },
  { how: "replaced by a file from elsewhere", save: [replace(PATHS.one)], want: ["one"] },
  { how: "put aside, then written", save: [putAside(PATHS.one), write(PATHS.one)], want: ["one"] },
  { how: "of an overlay", save: [replace("two/observed.overlay.yaml")], want: ["two"] },
  { how: "of a provider that was not there", save: [write("three/openapi.yaml")], want: ["three"] },
  { how: "of two at once", save: [replace(PATHS.two), write(PATHS.one)], want: ["one", "two"] },
  {
    how: "among files that codegen does not read",
    save: [write("README.md"), write("a.yaml"), write("one/.openapi.yaml.swp"), write(PATHS.two)],
    want: ["two"],
  },
])("tells each save, once: $how", async ({ save, want }) => {
  const { specs, saved } = watched();
  for (const text of ["first", "second", "third"]) {
    for (const step of save) step(specs, text);
    expect(await saved.next()).toEqual({ done: false, value: want });
  }
});

it("ends when it is told to", async () => {
  const { saved, interruption } = watched();
  const end = saved.next();
  interruption.abort();
  expect(await end).toEqual({ done: true, value: undefined });
});

function watched() {
  const specs = mkdtempSync(join(tmpdir(), "watch-specs-"));
  const interruption = new AbortController();
  for (const path of Object.values(PATHS)) write(path)(specs, "");
  onTestFinished(() => {
    interruption.abort();
    rmSync(specs, { recursive: true });
  });
  return { specs, interruption, saved: watchSpecs(specs, interruption.signal) };
}

type Step = (specs: string, text: string) => void;

function write(path: string): Step {
  return (specs, text) => {
    mkdirSync(dirname(join(specs, path)), { recursive: true });
    writeFileSync(join(specs, path), text);
  };
}

/** As most editors save: whole in a file of its own, then in the other's place. */
function replace(path: string): Step {
  return (specs, text) => {
    writeFileSync(`${specs}.tmp`, text);
    renameSync(`${specs}.tmp`, join(specs, path));
  };
}

function putAside(path: string): Step {
  return (specs) => renameSync(join(specs, path), join(specs, `${path}~`));
}
