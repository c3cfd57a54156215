import type { Example } from "./document.ts";
import type { JsonObject } from "./json.ts";
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
