import { isObject, type Json, type JsonObject, listOf } from "../document/json.ts";
import { valueAt } from "../document/pointer.ts";
import { patternSample } from "./pattern-sample.ts";
import { regExp } from "./reg-exp.ts";

/**
 * A sample as its schema wants it: texts that fit their patterns, and nothing where a schema that is within itself was cut
 * off, if what is left there is not what it documents.
 */
export function mendSample(root: JsonObject, schema: Json | undefined, sample: Json): Json {
  return mend(root, partsOf(root, schema), sample) ?? sample;
}

/** @returns `undefined` where the value cannot stand */
function mend(root: JsonObject, parts: readonly JsonObject[], value: Json): Json | undefined {
  if (value === null) return admitsNull(parts) ? value : undefined;
  if (typeof value === "string") return mendText(parts, value);
  if (Array.isArray(value)) return mendList(root, parts, value);
  return isObject(value) ? mendObject(root, parts, value) : value;
}

function admitsNull(parts: readonly JsonObject[]): boolean {
  return parts.every(({ type }) => type === undefined || [type].flat().includes("null"));
}

function mendText(parts: readonly JsonObject[], value: string): string {
  const patterns = parts.flatMap(({ pattern }) => (typeof pattern === "string" ? [pattern] : []));
  const fits = (text: string) => patterns.every((pattern) => isMatch(pattern, text));
  // What the document names itself is its own affair.
  const isNamed = parts.some((part) =>
    ["enum", "const", "example", "examples", "default"].some((word) => word in part),
  );
  if (isNamed || fits(value)) return value;
  const length = {
    min: Math.max(0, ...numbers(parts, "minLength")),
    max: Math.min(Number.POSITIVE_INFINITY, ...numbers(parts, "maxLength")),
  };
  const made = patterns.map((pattern) => patternSample(pattern, length));
  return made.find((text) => text !== undefined && fits(text)) ?? value;
}

function mendList(root: JsonObject, parts: readonly JsonObject[], list: readonly Json[]): Json[] | undefined {
  const mended = list.flatMap((item, index) => {
    const own = parts.flatMap(({ prefixItems, items }) => partsOf(root, listOf(prefixItems)[index] ?? items));
    const kept = mend(root, own, item);
    return kept === undefined ? [] : [kept];
  });
  return mended.length < Math.max(0, ...numbers(parts, "minItems")) ? undefined : mended;
}

function mendObject(
  root: JsonObject,
  parts: readonly JsonObject[],
  value: JsonObject,
): JsonObject | undefined {
  const mended = Object.entries(value).flatMap(([name, member]) => {
    const own = parts.flatMap((part) => partsOf(root, memberOf(part, name)));
    const kept = mend(root, own, member);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  const result = Object.fromEntries(mended);
  const required = parts.flatMap((part) => listOf(part.required).map(String));
  return required.every((name) => Object.hasOwn(result, name)) ? result : undefined;
}

function memberOf({ properties, additionalProperties }: JsonObject, name: string): Json | undefined {
  return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
}

/** All that a schema says together, as the sampler reads it: of a choice, the first. */
function partsOf(root: JsonObject, schema: Json | undefined): JsonObject[] {
  const found = new Set<JsonObject>();
  const open = [schema];
  for (const one of open) {
    if (!isObject(one) || found.has(one)) continue;
    found.add(one);
    if (typeof one.$ref === "string") open.push(valueAt(root, one.$ref));
    open.push(...listOf(one.allOf), listOf(one.oneOf)[0], listOf(one.anyOf)[0]);
  }
  return [...found];
}

function numbers(parts: readonly JsonObject[], keyword: string): number[] {
  return parts.flatMap(({ [keyword]: value }) => (typeof value === "number" ? [value] : []));
}

function isMatch(pattern: string, text: string): boolean {
  try {
    return regExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}
