import { Command, Option } from "commander";
import { VERSION } from "../package-file.ts";
import { REPORTER_NAMES } from "../report/reporters.ts";
import { readDuration } from "../sandbox/control/read-duration.ts";
import type { BaselineUpdateCommand } from "./baseline.ts";
import type { CheckCommand } from "./check.ts";
import type { EnvCommand } from "./env.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import type { JudgeCommand } from "./judge.ts";
import { addLiveOptions, addTlsOptions } from "./live-options.ts";
import type { MergeCommand } from "./merge.ts";
import {
  collectOutputs,
  parseCount,
  parseDay,
  parseLatency,
  parsePace,
  parsePort,
  parseSeed,
  shardOf,
} from "./option-values.ts";
import type { ProxyCommand } from "./proxy.ts";
import type { SandboxCommand } from "./sandbox.ts";

/**
 * The command line: what it understands, and what it does with it. A command is loaded when it is asked for: half of the
 * time of a short run was the loading of the others.
 *
 * @param signal stops what is running
 * @param finish takes the exit code
 * @param complain takes what is wrong with a command line, which may quote it
 */
export function createProgram(
  signal: AbortSignal,
  finish: (code: number) => void,
  complain: (text: string) => void,
): Command {
  const timeout = new Option("--timeout <ms>", "how long one exchange may take, in milliseconds")
    .default(10_000)
    .argParser(parseCount);
  const program = new Command("settled")
    .description("Proves whether a client or a live service keeps its documented contract.")
    .version(VERSION, "--version", "print the version of this package")
    .exitOverride()
    .configureOutput({ writeErr: complain })
    .showHelpAfterError("(settled --help says more)");

  const as = new Option(
    "--as <speech>",
    "what the sandbox speaks: the documentation, or what was seen to differ",
  )
    .choices(["documented", "observed"])
    .default("documented");

  const reporter = new Option(
    "--reporter <name[=file]>",
    `how to report, and where to; may be given several times (choices: ${REPORTER_NAMES.join(", ")})`,
  ).argParser(collectOutputs);

  const output = new Option(
    "--output <file>",
    "write the report to a file; the same as --reporter <name>=<file>",
  );
  const coverage = new Option(
    "--coverage <missing|file>",
    "tell what is documented and was not seen, or write it to a file",
  );

  const baseline = new Option(
    "--baseline <file>",
    "known findings: new ones fail, and so do entries that expired or are stale",
  );

  const judging = program
    .command("check")
    .description("judge providers on the embedded sandbox, or one of them at a URL")
    .argument("[provider...]", "names of providers, or paths of OpenAPI documents")
    .option("--all", "every known provider")
    .option(
      "--url <url>",
      "base URL of the service to judge; credentials come from the environment (settled env)",
    )
    .option("--mock", "the URL is a mock that gives any documented answer on request (Prefer: code=404)")
    .addOption(as)
    .option("--param <name=value...>", "a parameter's value, in place of the document's example")
    .addOption(reporter)
    .addOption(output)
    .option("--cassette <file>", "write what was sent and what came to a new file, without its secrets")
    .option("--resume", "go on with the live run of --cassette: what was answered is not asked again")
    .option("--timeout <ms>", "how long one exchange may take, in milliseconds (default: 10000)", parseCount)
    .option(
      "--shard <i/n>",
      "only this part of the cases, such as 2/3; settled merge joins the reports",
      shardOf,
    )
    .option("--tenant <label>", "whose service it is: what tenants show is told apart by this label")
    .addOption(coverage)
    .addOption(baseline)
    .addHelpText("after", EXIT_CODES)
    .action(async (names: string[], options: CheckCommand) => {
      const { check } = await import("./check.ts");
      finish(await check(names, options, signal));
    });
  addLiveOptions(judging);

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

  program
    .command("judge")
    .description("judge recorded traffic, with no network")
    .argument("<file>", "a HAR file, or a cassette of settled check or settled proxy")
    .option("--provider <name>", "name of a provider, or path of an OpenAPI document")
    .option("--url <url>", "base URL of the service; what went elsewhere is left out")
    .option("--strict", "what no document knows is a failure")
    .addOption(reporter)
    .addOption(output)
    .addOption(baseline)
    .addHelpText("after", EXIT_CODES)
    .action(async (file: string, options: JudgeCommand) => {
      const { judge } = await import("./judge.ts");
      finish(await judge(file, options, signal));
    });

  const proxying = program
    .command("proxy")
    .description("pass traffic on to a service, unaltered, and judge it until interrupted")
    .argument("<provider>", "name of a provider, or path of an OpenAPI document")
    .requiredOption("--upstream <url>", "base URL of the service")
    .addOption(
      new Option("--port <port>", "port to listen on; 0 takes any free one").default(0).argParser(parsePort),
    )
    .option("--cassette <file>", "write what passes to a new file, without its secrets")
    .option("--strict", "what no document knows is a failure")
    .addOption(reporter)
    .addOption(output)
    .addHelpText("after", EXIT_CODES)
    .action(async (name: string, options: ProxyCommand) => {
      const { proxy } = await import("./proxy.ts");
      finish(await proxy(name, options, signal));
    });
  addTlsOptions(proxying);

  program
    .command("merge")
    .description("make one report of the JSON reports of shards, runs and tenants")
    .argument("<report.json...>", "what settled check --reporter json wrote")
    .addOption(reporter)
    .addOption(output)
    .addOption(coverage)
    .addOption(baseline)
    .addHelpText("after", EXIT_CODES)
    .action(async (files: string[], options: MergeCommand) => {
      const { merge } = await import("./merge.ts");
      finish(await merge(files, options));
    });

  program
    .command("baseline")
    .description("keep the file of known findings that settled check --baseline reads")
    .command("update")
    .description("write down what JSON reports found, and take out what is gone; what is written stays")
    .argument("<report.json...>", "what settled check --reporter json wrote")
    .option("--baseline <file>", "the file", "settled.baseline.json")
    .option("--reason <text>", "why the new findings are known; without it, settled check fails")
    .option("--owner <name>", "who answers for them; likewise")
    .option("--expires <day>", "the last day that they are known for; by default 90 days from now", parseDay)
    .action(async (files: string[], options: BaselineUpdateCommand) => {
      const { updateBaselineFile } = await import("./baseline.ts");
      finish(await updateBaselineFile(files, options));
    });

  program
    .command("self-test")
    .description("prove the judge: every broken twin is caught, and nothing else raises an alarm")
    .argument("[provider...]", "names of providers, or paths of OpenAPI documents; by default all")
    .addOption(timeout)
    .action(async (names: string[], options: { timeout: number }) => {
      const { selfTest } = await import("./self-test.ts");
      finish(await selfTest(names, options));
    });

  program
    .command("sandbox")
    .description("serve what documents document, with a memory, on this machine alone")
    .argument("<provider...>", "names of providers, or paths of OpenAPI documents")
    .addOption(
      new Option("--port <port>", "port to listen on; 0 takes any free one").default(0).argParser(parsePort),
    )
    .addOption(as)
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

  return program;
}
