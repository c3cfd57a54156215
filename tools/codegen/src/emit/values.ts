import type { TypedValues } from "../describe/typed-values.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import type { ValueKind } from "../spec/schema-object.ts";
import type { Edition } from "./edition.ts";

/** src/values.ts: plain values into the service's wrapped ones, and back; where it wraps them. */
export function emitValues({ service }: Edition): string | undefined {
  const { typedValues, title } = service;
  if (!typedValues) return undefined;
  const declaration = "const typedValues: TypedValueDescription = ";
  return `${header(service)}
import {
  decodeParameters as decode,
  encodeParameters as encode,
  type TypedValueDescription,
} from "@settled/runtime";
import type { schemas } from "./schema.ts";

${declaration}${printLiteral(valueDescription(typedValues), "", declaration)};

/**
 * Plain values as the parameters that ${title} takes: texts, numbers, booleans, a Date, lists, plain objects and
 * Maps; \`secret(…)\`; and \`typed(…)\` for all else.
 *
 * @param values - by the names of the parameters
 * @param types - the types to declare, by name, where the usual ones of the values will not do
 * @throws TypeError if a value cannot be wrapped, or not as its type.
 * @example
 * const parameters = encodeParameters({ name: "nightly", count: 8, password: secret(password) });
 */
export function encodeParameters(
  values: Readonly<Record<string, unknown>>,
  types?: Readonly<Record<string, string>>,
): ${typedValues.type}[] {
  return encode(typedValues, values, types) as ${typedValues.type}[];
}

/**
 * The parameters that ${title} answers with, as plain values by name. A secret comes hidden, and what no
 * plain value stands for in its wrapper.
 *
 * @example
 * const { count } = decodeParameters(parameters);
 */
export function decodeParameters(
  list: readonly ${typedValues.type}[] | null | undefined,
): Record<string, unknown> {
  return decode(typedValues, list);
}
`;
}

function valueDescription({ parameter, any, kinds }: TypedValues): object {
  const entries = Object.entries(kinds).map(([key, kind]) => [key, kindDescription(kind)]);
  return { parameter, any, kinds: Object.fromEntries(entries) };
}

function kindDescription({ kind, type, at, key, value }: ValueKind): object {
  return { kind, type, at: at === undefined ? undefined : [at].flat(), key, value };
}
