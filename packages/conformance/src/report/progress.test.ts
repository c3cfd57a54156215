import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createProgress, type Progress } from "./progress.ts";

function streamOf(isTTY: boolean, columns?: number) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, ...(columns !== undefined && { columns }) }), written };
}

const ERASE = "\u001b[1G\u001b[2K";
const everything = (progress: Progress) => {
  progress.show("first");
  progress.note("done: first");
  progress.show("second\nline, shown too soon after the first");
  progress.end();
};

test.each<{ name: string; isTTY: boolean; env?: NodeJS.ProcessEnv; want: string }>([
  { name: "a terminal has one line, and in the end none", isTTY: true, want: `first${ERASE}` },
  { name: "elsewhere there are plain lines of what is done", isTTY: false, want: "done: first\n" },
  { name: "a terminal that cannot rewrite", isTTY: true, env: { TERM: "dumb" }, want: "done: first\n" },
  { name: "the log of a build", isTTY: true, env: { CI: "1" }, want: "done: first\n" },
])("$name", ({ isTTY, env = {}, want }) => {
  const { stream, written } = streamOf(isTTY);
  everything(createProgress(stream, env));
  expect(written.join("")).toBe(want);
});

test.each([
  { columns: 20, want: 19 },
  { columns: 200, want: 79 },
  { columns: 0, want: 79 },
  { columns: undefined, want: 79 },
])("a line fits a terminal of $columns columns", ({ columns, want }) => {
  const { stream, written } = streamOf(true, columns);
  createProgress(stream, {}).show("x".repeat(300));
  expect(written.join("")).toHaveLength(want);
});
