import type { Json, JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import { coerce, itemSchema, memberSchema } from "../../schema/coerce.ts";
import type { Field } from "../../wire/serialize.ts";
import { isList } from "./field-type.ts";

/** What stands below one step of flattened names. */
interface Node {
  text?: string;
  readonly below: Map<string, Node>;
}

/** The value that `Filter.1.Name=a` and `Filter.1.Value.1=b` are leaves of. */
export function unflatten(
  root: JsonObject,
  { name, schema }: { readonly name: string; readonly schema?: Pointer },
  sent: readonly Field[],
): Json {
  const top: Node = { below: new Map() };
  for (const [field, text] of sent) {
    const steps = field === name ? [] : field.slice(name.length + 1).split(".");
    let node = top;
    for (const step of steps) {
      const next = node.below.get(step) ?? { below: new Map() };
      node.below.set(step, next);
      node = next;
    }
    node.text = text;
  }
  return valueBelow(root, schema, top);
}

function valueBelow(root: JsonObject, schema: Pointer | undefined, { text, below }: Node): Json {
  const asList = isList(root, schema);
  if (below.size === 0) {
    // Where items belong, a text is none of them: the schema refuses it.
    return asList ? (text ?? "") : coerce(root, schema, text ?? "");
  }
  const steps = [...below];
  if (asList && steps.every(([step]) => /^[1-9]\d*$/.test(step))) {
    const items = itemSchema(root, schema);
    const inOrder = steps.sort(([a], [b]) => Number(a) - Number(b));
    return inOrder.map(([, node]) => valueBelow(root, items, node));
  }
  return Object.fromEntries(
    steps.map(([step, node]) => [step, valueBelow(root, memberSchema(root, schema, step), node)]),
  );
}

/** How many steps the name of a field may have. */
const STEPS = 32;

/** Whether a name has more steps than any value that is documented. */
export function isTooDeep(field: string, separator: "." | "][" = "."): boolean {
  return field.split(separator, STEPS + 1).length > STEPS;
}
