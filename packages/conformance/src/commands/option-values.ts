import { InvalidArgumentError } from "commander";
import { parseShard, type Shard } from "../evidence/shard.ts";
import { type Output, parseOutput } from "../report/choose-outputs.ts";
import { REPORTER_NAMES } from "../report/reporters.ts";
import { readDuration } from "../sandbox/control/read-duration.ts";
import type { Latency } from "../sandbox/latency.ts";
import type { Pace } from "../sandbox/world/world.ts";

// What stands behind an option, read. Each throws InvalidArgumentError, which says what was expected.

/** A whole number above 0. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError("A whole number above 0 is expected, such as 5000.");
}

/** What random numbers are made from. */
export function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed < 2 ** 32) return seed;
  throw new InvalidArgumentError("A whole number below 4294967296 is expected, such as 7.");
}

/** How executions advance: by polls, or a step for so much time. */
export function parsePace(text: string): Pace {
  if (text === "polls") return { by: "polls" };
  const step = readDuration(text, "--pace");
  if (step > 0) return { by: "time", step };
  throw new InvalidArgumentError("polls is expected, or a duration above 0, such as 2s.");
}

/** Milliseconds that answers are held back, or a span of them. */
export function parseLatency(text: string): Latency {
  const [, from, to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text) ?? [];
  const fixed = Number(from);
  const spread = Number(to) - fixed;
  if (spread >= 0) return { fixed, spread };
  throw new InvalidArgumentError("Milliseconds are expected, such as 250 or 100-400.");
}

/** One more report, and where it goes. */
export function collectOutputs(text: string, before: readonly Output[] = []): Output[] {
  const output = parseOutput(text);
  if (output) return [...before, output];
  throw new InvalidArgumentError(
    `Allowed choices are ${REPORTER_NAMES.join(", ")}. A file may follow: html=report.html.`,
  );
}

/** A part of a whole: `2/3`. */
export function shardOf(text: string): Shard {
  const shard = parseShard(text);
  if (shard) return shard;
  throw new InvalidArgumentError("A part of a whole is expected, such as 2/3.");
}

/** A day that there is: `2027-03-31`. */
export function parseDay(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text);
  if (isDay) return text;
  throw new InvalidArgumentError("A day is expected, such as 2027-03-31.");
}

/** A TCP port; 0 stands for any free one. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError("A port is expected, such as 4010; 0 takes any free one.");
}
