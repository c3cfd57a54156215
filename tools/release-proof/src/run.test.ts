import { expect, test, vi } from "vitest";
import { environment, mustRun, run } from "./run.ts";

const node = (code: string) => [process.execPath, "-e", code];
const cwd = import.meta.dirname;

test.each([
  { what: "ends", command: node("console.log(1); console.error(2)"), want: { code: 0, output: "1\n2\n" } },
  { what: "fails", command: node("process.exit(3)"), want: { code: 3, output: "" } },
  { what: "is not there", command: ["./no-such-command"], want: { code: null, output: /ENOENT/ } },
  { what: "does not end", command: node("setInterval(() => {}, 1000)"), want: { code: null, output: "" } },
])("a command that $what", async ({ command, want }) => {
  const { code, output } = await run(command, { cwd, limit: 2_000 });
  expect(code).toBe(want.code);
  if (typeof want.output === "string")
    expect(output.split("\n").sort().join("\n")).toBe(want.output.split("\n").sort().join("\n"));
  else expect(output).toMatch(want.output);
});

test("a failure shows what was printed, and no folder of this machine", async () => {
  await expect(mustRun(node("console.log('why'); process.exit(1)"), { cwd })).rejects.toThrow(
    /^node -e .*: exit code 1\nwhy\n$/s,
  );
});

test("what a package manager tells its scripts stays here", () => {
  vi.stubEnv("npm_config_registry", "https://registry.example");
  expect(environment()).not.toHaveProperty("npm_config_registry");
  vi.unstubAllEnvs();
});

test("node is the Node that runs this", async () => {
  expect(await mustRun(["node", "--print", "process.execPath"], { cwd })).toBe(`${process.execPath}\n`);
});
