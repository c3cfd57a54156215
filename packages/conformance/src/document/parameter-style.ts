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
  const { in: place } = parameter;
  const types = schema === undefined ? [] : ownTypes(root, schema);
  if (types.includes("string")) return undefined;
  const isOfMembers = types.includes("object");
  if (!isOfMembers && !types.includes("array")) return undefined;
  return place === "path" || place === "header"
    ? simple(parameter, isOfMembers)
    : form(parameter, isOfMembers);
}

function simple({ explode }: JsonObject, isOfMembers: boolean): Serialization | undefined {
  if (!isOfMembers) return undefined;
  return explode === true ? "pairs" : "commas";
}

function form({ style, explode }: JsonObject, isOfMembers: boolean): Serialization | undefined {
  if (style === "deepObject") return "deep";
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
