import { expect, test } from "vitest";
import { readFiles, type SourceFile } from "./source-files.ts";

/** One idea a file: what is longer has two, or is named here, with its reason. */
const MOST = 150;

/** None is to be added; one that has become short enough is taken out. */
const LONGER: Readonly<Record<string, string>> = {};

// What is shipped, and the tools: no tests, nothing generated, no data.
const handWritten = [
  ...readFiles("packages/{runtime,conformance}/src/**/*.ts"),
  ...readFiles("tools/*/src/**/*.ts"),
].filter(({ path }) => !path.endsWith(".test.ts"));

test(`no file has more than ${MOST} lines, but those that say why`, () => {
  expect(handWritten.length).toBeGreaterThan(500);
  expect(faultsOf(handWritten, LONGER)).toEqual([]);
});

test.each([
  { given: { "a.ts": 150 }, longer: {}, want: [] },
  { given: { "a.ts": 151, "b.ts": 1 }, longer: {}, want: ["a.ts: 151 lines"] },
  { given: { "a.ts": 151 }, longer: { "a.ts": "a table" }, want: [] },
  { given: { "a.ts": 150 }, longer: { "a.ts": "a table" }, want: ["a.ts: 150 lines, and named as longer"] },
  { given: {}, longer: { "a.ts": "a table" }, want: ["a.ts: not there, and named as longer"] },
])("$given, $longer: $want", ({ given, longer, want }) => {
  const files = Object.entries(given).map(([path, lines]) => ({ path, text: "\n".repeat(lines) }));
  expect(faultsOf(files, longer)).toEqual(want);
});

function faultsOf(files: readonly SourceFile[], longer: Readonly<Record<string, string>>): string[] {
  const lengths = new Map(files.map(({ path, text }) => [path, text.split("\n").length - 1]));
  const tooLong = [...lengths].filter(([path, lines]) => lines > MOST && !Object.hasOwn(longer, path));
  const idle = Object.keys(longer).filter((path) => (lengths.get(path) ?? 0) <= MOST);
  return [
    ...tooLong.map(([path, lines]) => `${path}: ${lines} lines`),
    ...idle.map((path) => {
      const lines = lengths.get(path);
      return `${path}: ${lines === undefined ? "not there" : `${lines} lines`}, and named as longer`;
    }),
  ];
}
