import { type Command, Option } from "commander";
import { readDuration } from "../sandbox/control/read-duration.ts";
import { parseCount, parseLatency, parsePace, parseSeed } from "./option-values.ts";
import type { Running } from "./program.ts";
import type { SandboxCommand } from "./sandbox.ts";
import type { SelfTestCommand } from "./self-test.ts";
import { AS, PORT } from "./shared-options.ts";

/** Adds what needs no service: the sandbox, and the proof of the judge on it. */
export function addSandboxCommands(program: Command, { signal, finish }: Running): void {
  program
    .command("self-test")
    .description("prove the judge: every broken twin is caught, and nothing else raises an alarm")
    .argument("[provider...]", "names of providers, or paths of OpenAPI documents; by default all")
    .option("--no-client", "send the requests without the provider's client")
    .addOption(
      new Option("--timeout <ms>", "how long one exchange may take, in milliseconds")
        .default(10_000)
        .argParser(parseCount),
    )
    .action(async (names: string[], options: SelfTestCommand) => {
      const { selfTest } = await import("./self-test.ts");
      finish(await selfTest(names, options));
    });

  program
    .command("sandbox")
    .description("serve what documents document, with a memory, on this machine alone")
    .argument("<provider...>", "names of providers, or paths of OpenAPI documents")
    .addOption(PORT)
    .addOption(AS)
    .option("--seed <n>", "the same seed makes the same ids and tokens", parseSeed)
    .option("--https", "speak HTTPS, with a certificate that it makes itself")
    .option("--state <file>", "go on from this file, and keep it up to date")
    .option("--pace <pace>", "a step for each poll (polls), or for so much time (2s, PT1M)", parsePace)
    .option("--session <duration>", "how long a session lives, such as 90s or PT5M", (text) =>
      readDuration(text, "--session"),
    )
    .option("--latency <ms>", "hold answers back: 250, or 100-400 for a random time between", parseLatency)
    .option("--rate <n>", "how many requests may come in a second", parseCount)
    .option("--mutant <name>", "break every answer in this way")
    .action(async (names: string[], options: SandboxCommand) => {
      const { sandbox } = await import("./sandbox.ts");
      finish(await sandbox(names, options, signal));
    });
}
