import { errorCode, inBandCode } from "../describe/error-code.ts";
import type { Field } from "../describe/fields.ts";
import type { Response } from "../describe/responses.ts";
import { printAccess } from "../print/access.ts";
import type { Pair } from "./pair.ts";

/** What can be misspelt of one response's body: a field, a value, and the status that a code belongs to. */
export function fieldPairs(response: Response, all: readonly Response[]): Pair[] {
  if (!response.isSure) return [];
  const body = response.ok ? "result.data" : "result.error";
  const isInBand = inBandCode(response.fields) !== undefined;
  const when = (status: string) =>
    `if (${isInBand ? `${response.ok ? "" : "!"}result.ok && ` : ""}result.status === ${status}) `;
  return [
    ...namePairs(response, when(response.status), body),
    ...valuePairs(response, when(response.status), body),
    ...statusPairs(response, when, body, all),
  ];
}

function namePairs({ fields }: Response, when: string, body: string): Pair[] {
  const field = errorCode(fields) ?? fields.find(({ closed, path }) => closed && path.at(-1) !== "[]");
  if (!field?.closed) return [];
  const misspelt = [...field.path.slice(0, -1), `${field.path.at(-1)}_`];
  return [[`${when}${printAccess(body, field.path)};`, `${when}${printAccess(body, misspelt)};`]];
}

function valuePairs({ fields }: Response, when: string, body: string): Pair[] {
  return fields.flatMap((field): Pair[] => {
    const [value] = field.values?.values ?? [];
    if (value === undefined) return [];
    return [[`${when}${valueLine(field, body, value)}`, `${when}${valueLine(field, body, misspell(value))}`]];
  });
}

/** A code of this status that another does not document, asked for under that other. */
function statusPairs(
  response: Response,
  when: (status: string) => string,
  body: string,
  all: readonly Response[],
): Pair[] {
  const code = errorCode(response.fields);
  if (response.ok || !code) return [];
  for (const other of all.filter(({ ok, isSure }) => !ok && isSure)) {
    const own = onlyIn(code, errorCode(other.fields));
    if (own === undefined) continue;
    const line = valueLine(code, body, own);
    return [[`${when(response.status)}${line}`, `${when(other.status)}${line}`]];
  }
  return [];
}

/** The first value that one field lists and the other, of the same path, does not. */
function onlyIn(code: Field, other: Field | undefined): string | number | undefined {
  if (!other?.values || other.path.join() !== code.path.join()) return undefined;
  const theirs = new Set(other.values.values);
  return code.values?.values.find((value) => !theirs.has(value));
}

/** A closed list refuses the comparison; an open one allows any, so that its listed values are asked for. */
function valueLine(field: Field, body: string, value: string | number): string {
  const access = printAccess(body, field.path);
  const literal = JSON.stringify(value);
  return field.values?.open ? `listed(${access}, ${literal});` : `${access} === ${literal};`;
}

function misspell(value: string | number): string | number {
  return typeof value === "string" ? `${value}_` : value + 0.5;
}
