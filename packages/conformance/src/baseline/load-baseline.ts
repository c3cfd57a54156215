import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { compileSchema } from "../schema/compile-schema.ts";
import { TeachingError } from "../teaching-error.ts";
import { parseJsonText } from "../wire/parse-json-text.ts";
import type { Baseline, BaselineEntry } from "./baseline.ts";

/**
 * Reads a baseline.
 *
 * @throws TeachingError when there is none, or it does not keep its schema.
 */
export async function loadBaseline(file: string): Promise<Baseline> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw noBaseline(file, cause.code ?? cause.message, cause);
  });
  const baseline = parse(file, text);
  const isBaseline = await compileSchema("baseline.schema.json");
  if (isBaseline(baseline)) return baseline as Baseline;
  const [error] = isBaseline.errors ?? [];
  throw noBaseline(file, `${error?.instancePath || "/"} ${error?.message}${detailOf(error?.params ?? {})}`);
}

/** What a message of the validator leaves out. */
function detailOf({ additionalProperty, allowedValues }: Record<string, unknown>): string {
  if (additionalProperty !== undefined) return `: ${additionalProperty}`;
  return Array.isArray(allowedValues) ? `: ${allowedValues.join(", ")}` : "";
}

/** The same, or an empty one where there is no such file yet. */
export async function loadBaselineIfAny(file: string): Promise<Baseline> {
  return existsSync(file) ? loadBaseline(file) : { version: 1, entries: [] };
}

const ORDER: readonly (keyof BaselineEntry)[] = [
  "provider",
  "operation",
  "case",
  "check",
  "at",
  "expected",
  "reason",
  "owner",
  "expires",
  "since",
];

/** The text of the file, its members always in the same order. */
export function formatBaseline({ version, entries }: Baseline): string {
  const ordered = entries.map((entry) =>
    Object.fromEntries(ORDER.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]]))),
  );
  return `${JSON.stringify({ version, entries: ordered }, null, 2)}\n`;
}

function parse(file: string, text: string): unknown {
  try {
    return parseJsonText(text);
  } catch (cause) {
    throw noBaseline(file, (cause as Error).message, cause);
  }
}

function noBaseline(file: string, why: string, cause?: unknown): TeachingError {
  return new TeachingError(
    {
      what: `no baseline: ${file}: ${why}`,
      where: "--baseline",
      expected: "a file by the schema @settled/conformance/baseline.schema.json",
      example: `settled baseline update report.json --baseline ${file} --reason "ticket 7" --owner "team north"`,
    },
    { cause },
  );
}
