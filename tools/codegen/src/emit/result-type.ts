import { inBandCode } from "../describe/error-code.ts";
import { toTypeName } from "../describe/names.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";

/** What an operation comes back with: a variant for each documented answer, and for what no document can know. */
export function resultType(operation: Operation, ways: WaysToFail = new Map()): string {
  const { typeName } = operation;
  const failures = failuresOf(operation);
  const way = ways.get(failures.join(OR));
  const variants = [...successesOf(operation), ...(way ? [way] : failures)];
  return `export type ${typeName}Result =${OR}${variants.join(OR)};\n`;
}

const OR = "\n  | ";

/** Names for what operations can fail with, where several can with the same; by their text. */
export type WaysToFail = ReadonlyMap<string, string>;

export function waysToFail(operations: readonly Operation[]): WaysToFail {
  const all = operations.map((operation) => failuresOf(operation).join(OR));
  const shared = [...new Set(all.filter((text, index) => all.indexOf(text) < index))];
  return new Map(shared.map((text, index) => [text, `Failures${index + 1}`]));
}

export function printWaysToFail(ways: WaysToFail): string {
  return [...ways].map(([text, name]) => `type ${name} =${OR}${text};\n`).join("");
}

function successesOf({ responses }: Operation): string[] {
  // The runtime reads a 2xx that is not documented as the documented one that comes last.
  const successes = responses.filter(({ ok }) => ok);
  const rest = successes.find(({ status }) => !isExact(status)) ?? successes.at(-1);
  if (!rest) return ["Success<UndocumentedStatus, unknown>"];
  return successes.flatMap((response) => successOf(response, response === rest));
}

function failuresOf({ responses }: Operation): string[] {
  return [
    ...responses.filter(({ ok }) => !ok).map((response) => sharedName(response) ?? failure(response)),
    ...(responses.some(({ status }) => status === "default") ? [] : ["Failure<UndocumentedStatus, unknown>"]),
    "Malformed",
  ];
}

/** The failures that operations share, since the document names them: each is spelt out once. */
export function sharedFailures(operations: readonly Operation[]): string {
  const shared = new Map(
    operations.flatMap(({ responses }) =>
      responses.flatMap((response) => {
        const name = sharedName(response);
        return name ? [[name, failure(response)] as const] : [];
      }),
    ),
  );
  return [...shared].map(([name, type]) => `type ${name} = ${type};\n`).join("");
}

/** `NotFound404`: it ends as no type of an operation does. */
function sharedName({ ok, status, component }: Response): string | undefined {
  return ok || !component ? undefined : `${toTypeName(component)}${isExact(status) ? status : "0"}`;
}

function failure({ status, type }: Response): string {
  return `Failure<${literalOf(status)}, ${type}>`;
}

// OAS 3.1.1 §4.8.16: only an exact code is a status that can be compared with; `4XX` and `default` are the rest.
function literalOf(status: string): string {
  return isExact(status) ? status : "UndocumentedStatus";
}

function successOf({ status, type, jsonType, fields }: Response, isRest: boolean): string[] {
  const literal = literalOf(status);
  const inBand = inBandCode(fields) ? [`Failure<${literal}, ${jsonType}>`] : [];
  return [
    isRest && isExact(status) ? `Success${status}<${type}>` : `Success<${literal}, ${type}>`,
    ...inBand,
  ];
}

/** The successes whose status is known, or is none that is documented: `Success200`. */
export function sharedSuccesses(operations: readonly Operation[]): string {
  const text = operations.flatMap(successesOf).join("\n");
  const statuses = [...new Set([...text.matchAll(/\bSuccess(\d{3})</g)].map(([, status]) => status))];
  return statuses
    .map((status) => `type Success${status}<Data> = Success<${status} | UndocumentedStatus, Data>;\n`)
    .join("");
}

function isExact(status: string): boolean {
  return /^\d{3}$/.test(status);
}
