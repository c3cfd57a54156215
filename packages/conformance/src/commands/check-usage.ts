import { TeachingError } from "../teaching-error.ts";
import { checkCassette } from "../traffic/open-cassette.ts";
import type { CheckCommand } from "./check.ts";
import { knownProviders } from "./find-provider.ts";

/**
 * Holds a command line against what it may say together.
 *
 * @throws TeachingError when it may not.
 */
export function checkUsage(names: readonly string[], command: CheckCommand): void {
  const { url, all, as } = command;
  checkCassetteUsage(names, command);
  const example = "settled check acme-jobs --url https://acme-jobs.example.com/api";
  if (names.length === 0) {
    if (all) throw noClient();
    const expected = `a provider (${knownProviders().join(", ")}), --all, or the path of a document`;
    throw new TeachingError({ what: "nothing to check", expected, example: "settled check ./openapi.yaml" });
  }
  if (command.lifecycle !== undefined && command.shard) {
    const expected = "--lifecycle by itself: it starts one thing, and each shard would start it anew";
    throw new TeachingError({ what: "a part of a lifecycle", where: "--shard", expected });
  }
  if (url === undefined) {
    checkLocal(command);
    return;
  }
  if (as === "observed") {
    const expected = "--url without it: only the embedded sandbox can be told what to speak";
    throw new TeachingError({ what: "--as observed with a service", where: "--as", expected, example });
  }
  if (all || names.length > 1) {
    const expected = "one provider with --url: a service is one provider's";
    throw new TeachingError({ what: `${names.length} providers with one URL`, expected, example });
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new TeachingError({
      what: `not a URL: ${url}`,
      where: "--url",
      expected: "an http or https URL",
      example,
    });
  }
  const { username, password, search, hash } = new URL(url);
  if (`${username}${password}${search}${hash}` === "") return;
  // The URL is not shown: a password may be in it.
  throw new TeachingError({
    what: "the URL says more than where the service is",
    where: "--url",
    expected:
      "no user, query or fragment; credentials come from SETTLED_USERNAME, SETTLED_PASSWORD, SETTLED_TOKEN",
    example,
  });
}

/**
 * All that is known here is not what is named besides: a document would be taken for judged.
 *
 * @throws TeachingError when both are said.
 */
export function checkAll(names: readonly string[], { all }: CheckCommand): void {
  if (!all || names.length === 0) return;
  throw new TeachingError({
    what: `--all and ${names.join(", ")}`,
    where: "--all",
    expected: "one of the two: --all is every provider that is known here, and no document beside them",
    example: `settled check ${names[0]}`,
  });
}

function noClient(): TeachingError {
  return new TeachingError({
    what: "no client is installed here",
    where: "--all",
    expected: "clients to judge (npm install --save-dev @settled/…-client), or --no-client with it",
    example: "settled check --all --no-client",
  });
}

function checkCassetteUsage(names: readonly string[], { cassette, all, resume, mock }: CheckCommand): void {
  if (resume && mock) {
    const expected = "--cassette alone: a mock is asked for everything anew, in seconds";
    throw new TeachingError({ what: "a mock's run does not go on", where: "--resume", expected });
  }
  if (cassette === undefined) {
    if (!resume) return;
    const expected = "--cassette with it: the file that the run was recorded in";
    const example = "--cassette run.jsonl --resume";
    throw new TeachingError({ what: "nothing to go on with", where: "--resume", expected, example });
  }
  if (all || names.length > 1) {
    const expected = "one provider with --cassette";
    throw new TeachingError({ what: "several providers with one cassette", where: "--cassette", expected });
  }
  if (!resume) checkCassette(cassette);
}

/** What means a live service alone would be without effect, and be taken for done. */
function checkLocal(command: CheckCommand): void {
  const options = {
    mock: "--mock",
    dryRun: "--dry-run",
    lifecycle: "--lifecycle",
    allowWrites: "--allow-writes",
    resume: "--resume",
    allowUnknownMembers: "--allow-unknown-members",
  } as const;
  const idle = (Object.keys(options) as (keyof typeof options)[]).find((name) => command[name] !== undefined);
  if (idle === undefined) return;
  throw new TeachingError({
    what: `${options[idle]} without a service`,
    expected:
      "--url or --target with it: the embedded sandbox is asked for everything, and nothing is harmed",
    example: `settled check acme-jobs --url https://acme-jobs.example.com/api ${options[idle]}`,
  });
}

/** Parameters by name. */
export function parseParameters(pairs: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
      const example = "--param executionId=0d1c4a52";
      throw new TeachingError({
        what: `not a parameter: ${pair}`,
        where: "--param",
        expected: "name=value",
        example,
      });
    }),
  );
}
