import type { Command } from "commander";
import type { CheckCommand } from "./check.ts";
import type { EnvCommand } from "./env.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import type { JudgeCommand } from "./judge.ts";
import { addLiveOptions, addTlsOptions } from "./live-options.ts";
import { parseCount, shardOf } from "./option-values.ts";
import type { Running } from "./program.ts";
import type { ProxyCommand } from "./proxy.ts";
import { AS, BASELINE, COVERAGE, OUTPUT, PORT, REPORTER } from "./shared-options.ts";

/** Adds what judges: providers and services, recordings, and traffic that passes. */
export function addJudgingCommands(program: Command, running: Running): void {
  addCheck(program, running);
  addEnv(program, running);
  addJudge(program, running);
  addProxy(program, running);
}

function addCheck(program: Command, { signal, finish }: Running): void {
  const judging = program
    .command("check")
    .description("judge providers on the embedded sandbox, or one of them at a URL")
    .argument("[provider...]", "names of providers, or paths of OpenAPI documents")
    .option("--all", "every provider that has a client here; with --no-client, every known one")
    .option(
      "--url <url>",
      "base URL of the service to judge; credentials come from the environment (settled env)",
    )
    .option("--mock", "the URL is a mock that gives any documented answer on request (Prefer: code=404)")
    .addOption(AS)
    .option("--param <name=value...>", "a parameter's value, in place of the document's example")
    .addOption(REPORTER)
    .addOption(OUTPUT)
    .option("--cassette <file>", "write what was sent and what came to a new file, without its secrets")
    .option("--resume", "go on with the live run of --cassette: what was answered is not asked again")
    .option("--timeout <ms>", "how long one exchange may take, in milliseconds (default: 10000)", parseCount)
    .option(
      "--shard <i/n>",
      "only this part of the cases, such as 2/3; settled merge joins the reports",
      shardOf,
    )
    .option("--tenant <label>", "whose service it is: what tenants show is told apart by this label")
    .addOption(COVERAGE)
    .addOption(BASELINE)
    .addHelpText("after", EXIT_CODES)
    .action(async (names: string[], options: CheckCommand) => {
      const { check } = await import("./check.ts");
      finish(await check(names, options, signal));
    });
  addLiveOptions(judging);
}

function addEnv(program: Command, { finish }: Running): void {
  program
    .command("env")
    .description(
      "list the environment variables that hold a provider's credentials, and whether they are set",
    )
    .argument("<provider>", "name of a provider, or path of an OpenAPI document")
    .option("--json", "as JSON")
    .action(async (name: string, options: EnvCommand) => {
      const { env } = await import("./env.ts");
      finish(await env(name, options));
    });
}

function addJudge(program: Command, { signal, finish }: Running): void {
  program
    .command("judge")
    .description("judge recorded traffic, with no network")
    .argument("<file>", "a HAR file, or a cassette of settled check or settled proxy")
    .option("--provider <name>", "name of a provider, or path of an OpenAPI document")
    .option("--url <url>", "base URL of the service; what went elsewhere is left out")
    .option("--strict", "what no document knows is a failure")
    .addOption(REPORTER)
    .addOption(OUTPUT)
    .addOption(BASELINE)
    .addHelpText("after", EXIT_CODES)
    .action(async (file: string, options: JudgeCommand) => {
      const { judge } = await import("./judge.ts");
      finish(await judge(file, options, signal));
    });
}

function addProxy(program: Command, { signal, finish }: Running): void {
  const proxying = program
    .command("proxy")
    .description("pass traffic on to a service, unaltered, and judge it until interrupted")
    .argument("<provider>", "name of a provider, or path of an OpenAPI document")
    .requiredOption("--upstream <url>", "base URL of the service")
    .addOption(PORT)
    .option("--cassette <file>", "write what passes to a new file, without its secrets")
    .option("--strict", "what no document knows is a failure")
    .addOption(REPORTER)
    .addOption(OUTPUT)
    .addHelpText("after", EXIT_CODES)
    .action(async (name: string, options: ProxyCommand) => {
      const { proxy } = await import("./proxy.ts");
      finish(await proxy(name, options, signal));
    });
  addTlsOptions(proxying);
}
