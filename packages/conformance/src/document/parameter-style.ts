import type { Serialization } from "../wire/serialize.ts";
import type { Json, JsonObject } from "./json.ts";
import { ownKeywords } from "./own-keywords.ts";
import type { Pointer } from "./pointer.ts";

/**
 * How a parameter with a schema travels (OAS 3.1.1 §4.8.12.2): by its `style` and `explode`, and by what the schema says
 * of its type. `undefined` is the default: a scalar as it is, a list as fields of one name, or in a path or a header joined
 * with commas.
 */
export function styledSerialization(
  root: JsonObject,
  parameter: JsonObject,
  schema: Pointer | undefined,
): Serialization | undefined {
  const { in: place, style } = parameter;
  const types = schema === undefined ? [] : ownTypes(root, schema);
  const isOfMembers = types.includes("object");
  // What is no object bears the name itself, and so it can be told apart.
  if (style === "deepObject" && isOfMembers) return "deep";
  if (types.includes("string")) return undefined;
  if (!isOfMembers && !types.includes("array")) return undefined;
  return place === "path" || place === "header"
    ? simple(parameter, isOfMembers)
    : form(parameter, isOfMembers);
}

/** The same of a member of a form, as its Encoding Object says it (OAS 3.1.1 §4.8.15.1.2). */
export function encodedSerialization(
  root: JsonObject,
  encoding: JsonObject,
  schema: Pointer | undefined,
): Serialization | undefined {
  const { style, explode, allowReserved } = encoding;
  // Without one of these, the media type of the member decides.
  if (style === undefined && explode === undefined && allowReserved === undefined) return undefined;
  return styledSerialization(root, { ...encoding, in: "query" }, schema);
}

function simple({ explode }: JsonObject, isOfMembers: boolean): Serialization | undefined {
  if (!isOfMembers) return undefined;
  return explode === true ? "pairs" : "commas";
}

function form({ style, explode }: JsonObject, isOfMembers: boolean): Serialization | undefined {
  if (style === "deepObject") return undefined;
  if (style === "spaceDelimited" && explode !== true) return "spaces";
  if (style === "pipeDelimited" && explode !== true) return "pipes";
  if (explode === false) return "commas";
  return isOfMembers ? "spread" : undefined;
}

/** The styles of a path that the judge cannot write. */
export const UNSPOKEN: readonly Json[] = ["label", "matrix"];

function ownTypes(root: JsonObject, schema: Pointer): readonly Json[] {
  return ownKeywords(root, schema, "type").flatMap(({ value }) => value);
}
