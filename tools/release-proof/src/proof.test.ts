import { expect, test } from "vitest";
import { createProof, needed, type Row, Skip } from "./proof.ts";

test.each([
  { what: "what came of it", take: async () => "done", want: { result: "passed", detail: "done" } },
  {
    what: "why it was skipped",
    take: async () => {
      throw new Skip("there is none");
    },
    want: { result: "skipped", detail: "there is none" },
  },
  {
    what: "how it failed",
    take: async () => {
      throw new Error("exit code 1");
    },
    want: { result: "failed", detail: "exit code 1" },
  },
  {
    what: "what it lacks",
    take: async () => needed<string>(undefined, "bun"),
    want: { result: "skipped", detail: "bun is not installed: tools/release-proof/install.sh tells why" },
  },
])("a step says $what", async ({ take, want }) => {
  const shown: Row[] = [];
  const { rows, step } = createProof((row) => shown.push(row));
  expect(await step("a", "b", take)).toBe(want.result === "passed");
  expect(rows).toEqual([{ part: "a", on: "b", seconds: expect.any(Number), ...want }]);
  expect(shown).toEqual(rows);
});
