import { afterEach, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

it.each([
  { where: "on Node", given: {}, want: "at once" },
  { where: "in a browser", given: { process: undefined }, want: "later" },
  { where: "where a bundler stands in for `process`", given: { process: { env: {} } }, want: "later" },
  {
    where: "where node:crypto is there, and cannot hash at a stroke",
    given: { process: { getBuiltinModule: () => ({}) } },
    want: "later",
  },
])("$where, what is hashed is there $want", async ({ given, want }) => {
  if ("process" in given) vi.stubGlobal("process", given.process);
  vi.resetModules();
  const { sha256, hmacSha256, randomId } = await import("./hash.ts");
  const hashed = [sha256(""), hmacSha256("key")("text")];
  expect(hashed.map((one) => (one instanceof Promise ? "later" : "at once"))).toEqual([want, want]);
  expect(await hashed[0]).toMatch(/^e3b0c442/);
  expect(randomId()).toMatch(/^[\da-f-]{36}$/);
});
