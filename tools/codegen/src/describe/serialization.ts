import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { isForm, isJson } from "./media-type.ts";
import type { Parameter } from "./parameters.ts";
import type { Body } from "./request-body.ts";

/** How a value travels that is not written as plain text. */
export type Serialization = "json" | "flat";

/** The values of an operation that do not travel as plain text, by their names. */
export function describeSerialization(
  spec: Spec,
  parameters: readonly Parameter[],
  body: Body | undefined,
): Record<string, Serialization> {
  const own = parameters.flatMap(({ object }): [string, Serialization][] => {
    if (object["x-flatten"]) return [[object.name, "flat"]];
    return object.content ? [[object.name, "json"]] : [];
  });
  return Object.fromEntries([...own, ...(body && isForm(body.mediaType) ? formMembers(spec, body) : [])]);
}

function formMembers(spec: Spec, { schema, media, place }: Body): [string, Serialization][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]): [string, Serialization][] => {
    const declared = resolve<SchemaObject>(spec, member, [...place, "properties", name]).value;
    if (member["x-flatten"] ?? declared["x-flatten"]) return [[name, "flat"]];
    return isJson(media.encoding?.[name]?.contentType ?? "") ? [[name, "json"]] : [];
  });
}
