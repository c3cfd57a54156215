import { type Command, InvalidArgumentError, Option } from "commander";
import { DEFAULT_LIMITS } from "../live/limits.ts";
import { readDuration } from "../sandbox/control/read-duration.ts";
import { parseCount } from "./option-values.ts";

/** Adds the options of live runs to a command. */
export function addLiveOptions(command: Command): Command {
  const { budget, rate, concurrency, retries } = DEFAULT_LIMITS;
  const duration = (where: string) => (text: string) => readDuration(text, where);
  return addTlsOptions(command)
    .option("--target <name>", "a service of the configuration, in place of --url")
    .option("--config <file>", "the configuration; by default settled.config.ts, .mts, .js, .mjs or .json")
    .option("--dry-run", "say what a live run would send, and send nothing")
    .option("--no-client", "send the requests without the provider's client")
    .option("--allow-writes <operation...>", "send these, too, though they are no reads", collectNames)
    .option("--no-negatives", "send nothing that is wrong on purpose")
    .option(
      "--allow-unknown-members",
      "take members that are not documented, unless the document forbids them",
    )
    .option("--budget <n>", `requests in all, with logins and retries (default: ${budget})`, parseCount)
    .option("--rate <n>", `requests a second, to one host (default: ${rate})`, parseRate)
    .option("--concurrency <n>", `requests at once, to one host (default: ${concurrency})`, parseCount)
    .option("--retries <n>", `how often a read is asked again (default: ${retries})`, parseRetries)
    .option(
      "--lifecycle <operation>",
      "start this, poll it until it ends, read its result and logs; nothing else",
    )
    .addOption(
      new Option("--deadline <duration>", "how long a lifecycle may take, such as 90s or PT5M")
        .default(600_000, "10m")
        .argParser(duration("--deadline")),
    )
    .addOption(
      new Option("--interval <duration>", "between two polls, where the service names no time")
        .default(2000, "2s")
        .argParser(duration("--interval")),
    );
}

/** Adds what is trusted, and shown, where a connection is secured. */
export function addTlsOptions(command: Command): Command {
  return command
    .option("--ca <file>", "trust these certificates, too (PEM)")
    .option("--cert <file>", "the certificate that shows who we are (PEM)")
    .option("--key <file>", "its private key (PEM); a passphrase comes from SETTLED_KEY_PASSPHRASE")
    .option("--insecure", "take any certificate, also that of an impostor");
}

function collectNames(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(",").filter((name) => name !== "")];
}

function parseRate(text: string): number {
  const rate = Number(text);
  if (Number.isFinite(rate) && rate > 0) return rate;
  throw new InvalidArgumentError("A number above 0 is expected, such as 5, or 0.5 for one in two seconds.");
}

function parseRetries(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count <= DEFAULT_LIMITS.retries) return count;
  throw new InvalidArgumentError(`A whole number up to ${DEFAULT_LIMITS.retries} is expected.`);
}
