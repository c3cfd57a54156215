import type { Example } from "./document.ts";
import type { Json, JsonObject } from "./json.ts";
import { follow, members, objectAt } from "./navigate.ts";
import { below, type Pointer } from "./pointer.ts";

/** The Example Objects of a parameter or a media type (OAS 3.1.1 §4.8.19); `example` stands for one of that name. */
export function readExamples(root: JsonObject, pointer: Pointer): Example[] {
  const holder = objectAt(root, pointer);
  if (holder.example !== undefined) return [{ name: "example", value: holder.example }];
  return members(root, below(pointer, "examples")).flatMap(([name, at]) => {
    const { value } = objectAt(root, follow(root, at));
    return value === undefined ? [] : [{ name, value }];
  });
}

/** The first example of a parameter, or of a header: its own, else its schema's, else the schema's default. */
export function firstExample(root: JsonObject, pointer: Pointer): Json | undefined {
  const own = readExamples(root, pointer)[0]?.value;
  if (own !== undefined) return own;
  const schema = objectAt(root, follow(root, below(pointer, "schema")));
  return (Array.isArray(schema.examples) ? schema.examples[0] : undefined) ?? schema.default;
}
