import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL("../../test/flat-memory.ts", import.meta.url));
const MB = 1024 * 1024;

// The first third warms up. What a request left behind would show many times over: a held answer alone has 10 kB.
test.concurrent.each([
  { kind: "answered", count: 20_000, room: 4 * MB, want: 0 },
  { kind: "refused", count: 20_000, room: 4 * MB, want: 0 },
  // What was started is kept, and of too much the oldest go: the first third fills it up.
  { kind: "started", count: 36_000, room: 4 * MB, want: 10_000 },
  { kind: "hanging", count: 6000, room: 4 * MB, want: 0 },
  { kind: "delayed", count: 6000, room: 4 * MB, want: 0 },
  { kind: "broken", count: 6000, room: 4 * MB, want: 0 },
])(
  "$count requests that are $kind leave memory flat",
  { timeout: 120_000 },
  async ({ kind, count, room, want }) => {
    const { stdout } = await run(process.execPath, ["--expose-gc", SCRIPT, kind, String(count)]);
    const { heaps, timers, kept } = JSON.parse(stdout) as { heaps: number[]; timers: number; kept: number };
    const [warm = 0, , end = 0] = heaps;
    expect(end - warm).toBeLessThan(room);
    expect(timers).toBeLessThan(10);
    expect(kept).toBe(want);
  },
);
