import { isObject, type Json, type JsonObject } from "./json.ts";
import { below, type Pointer } from "./pointer.ts";

// Members of these objects are named by the author of the document: they are no keywords.
const NAMED_BY_AUTHOR = new Set(
  (
    "properties patternProperties $defs dependentSchemas schemas responses parameters examples requestBodies " +
    "headers securitySchemes links callbacks pathItems paths webhooks content encoding variables mapping scopes"
  ).split(" "),
);

// What stands under these keywords is data, whatever it looks like.
const DATA = new Set(["example", "default", "const", "enum", "value"]);

/** Visits each object of a document, but nothing inside of examples and other data. */
export function walkObjects(
  node: Json,
  visit: (object: JsonObject, pointer: Pointer) => void,
  pointer: Pointer = "#",
  namedByAuthor = false,
): void {
  if (Array.isArray(node)) {
    node.forEach((item, index) => {
      walkObjects(item, visit, below(pointer, index));
    });
    return;
  }
  if (!isObject(node)) return;
  if (!namedByAuthor) visit(node, pointer);
  for (const [key, value] of Object.entries(node)) {
    if (!namedByAuthor && isData(key, value)) continue;
    walkObjects(
      value,
      visit,
      below(pointer, key),
      !namedByAuthor && isObject(value) && NAMED_BY_AUTHOR.has(key),
    );
  }
}

// JSON Schema's `examples` is an array of values; OpenAPI's is a map of Example Objects.
function isData(key: string, value: Json): boolean {
  return DATA.has(key) || key.startsWith("x-") || (key === "examples" && Array.isArray(value));
}
