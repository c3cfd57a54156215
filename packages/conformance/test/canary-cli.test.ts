import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ENCODINGS, tracesOf } from "./encodings.ts";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const DOCUMENT = fileURLToPath(new URL("../fixtures/acme-jobs.yaml", import.meta.url));
const PASSWORD = "c4n4ry/+&=%x9Q7z";
const TOKEN = "t0k3n-c4n4ryT0ken-7z";
// Nobody listens there.
const NOWHERE = "http://127.0.0.1:1";
const QUICK = ["--budget", "3", "--rate", "100", "--retries", "0"];

/** Secrets where they do not belong: what is printed of it all has none. */
test.each<{ name: string; given: string[]; want: RegExp }>([
  { name: "a URL that is none", given: ["check", DOCUMENT, "--url", `what ${PASSWORD}`], want: /not a URL/ },
  {
    name: "a user in a URL",
    given: ["check", DOCUMENT, "--url", `https://ada:${encodeURIComponent(PASSWORD)}@x/`],
    want: /says more/,
  },
  {
    name: "a user in what is no http URL",
    given: ["check", DOCUMENT, "--url", "ftp://a:hunter22@x/"],
    want: /not a URL/,
  },
  {
    name: "a path of a URL",
    given: ["check", DOCUMENT, "--url", `${NOWHERE}/${TOKEN}`, ...QUICK],
    want: /Plan for/,
  },
  {
    name: "a plan",
    given: ["check", DOCUMENT, "--url", `${NOWHERE}/${TOKEN}`, "--dry-run"],
    want: /Plan for/,
  },
  {
    name: "a plan, as JSON",
    given: ["check", DOCUMENT, "--url", `${NOWHERE}/${TOKEN}`, "--dry-run", "--reporter", "json"],
    want: /"hosts"/,
  },
  {
    name: "a plan whose lines end within it",
    given: [
      "check",
      DOCUMENT,
      "--url",
      `${NOWHERE}/${"long/".repeat(15)}`,
      "--param",
      `jobId=${TOKEN}`,
      "--dry-run",
    ],
    want: /Plan for/,
  },
  {
    name: "a tenant",
    given: ["check", DOCUMENT, "--url", NOWHERE, "--tenant", TOKEN, ...QUICK],
    want: /coverage .*live/,
  },
  {
    name: "an id",
    given: ["check", DOCUMENT, "--url", NOWHERE, "--param", `jobId=${TOKEN}`, ...QUICK],
    want: /Plan for/,
  },
  { name: "an option that is none", given: ["check", "--password=hunter22"], want: /unknown option/ },
  { name: "a value that is none", given: ["check", DOCUMENT, "--shard", PASSWORD], want: /is invalid/ },
  { name: "a file that is not there", given: ["judge", `${TOKEN}.har`], want: /cannot read/ },
  { name: "an upstream", given: ["proxy", DOCUMENT, "--upstream", `nowhere ${PASSWORD}`], want: /not a URL/ },
  { name: "the environment", given: ["env", DOCUMENT], want: /SETTLED_PASSWORD .* set/ },
])("$name", { timeout: 60_000 }, ({ given, want }) => {
  const env = { ...process.env, SETTLED_USERNAME: "ada", SETTLED_PASSWORD: PASSWORD, SETTLED_TOKEN: TOKEN };
  const { stdout, stderr } = spawnSync(process.execPath, [CLI, ...given], { env, encoding: "utf8" });
  const printed = `${stdout}${stderr}`;
  expect(printed).toMatch(want);
  const traces = [PASSWORD, TOKEN, "hunter22"].flatMap((secret) =>
    ENCODINGS.flatMap((encoding) => tracesOf(secret, encoding)),
  );
  expect(traces.filter((trace) => printed.includes(trace))).toEqual([]);
});
