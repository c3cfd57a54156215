import { inBandCode } from "../describe/error-code.ts";
import { toTypeName } from "../describe/names.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import { printDocComment } from "../print/doc-comment.ts";

/** What an operation comes back with: a variant for each documented answer, and for what no document can know. */
export function resultType({ id, typeName, responses }: Operation): string {
  const comment = printDocComment([`What \`${id}\` comes back with: \`ok\` and \`status\` tell which.`]);
  // The runtime reads a 2xx that is not documented as the documented one that comes last.
  const successes = responses.filter(({ ok }) => ok);
  const rest = successes.find(({ status }) => !isExact(status)) ?? successes.at(-1);
  const variants = [
    ...(rest ? [] : ["Success<UndocumentedStatus, unknown>"]),
    ...responses.flatMap((response) => variantsOf(response, response === rest)),
    ...(responses.some(({ status }) => status === "default") ? [] : ["Failure<UndocumentedStatus, unknown>"]),
    "Malformed",
  ];
  return `${comment}export type ${typeName}Result =\n${variants.map((variant) => `  | ${variant}`).join("\n")};\n`;
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

function variantsOf(response: Response, isRest: boolean): string[] {
  const { ok, status, type, jsonType, fields } = response;
  if (!ok) return [sharedName(response) ?? failure(response)];
  const literal = literalOf(status);
  const success = isRest && isExact(status) ? `${status} | UndocumentedStatus` : literal;
  const inBand = inBandCode(fields) ? [`Failure<${literal}, ${jsonType}>`] : [];
  return [`Success<${success}, ${type}>`, ...inBand];
}

function isExact(status: string): boolean {
  return /^\d{3}$/.test(status);
}
