import { isCollection, isNode, isPair, isScalar, type LineCounter, type Node } from "yaml";
import { parseText } from "./parse-source.ts";
import type { Place } from "./read-places.ts";

/**
 * Lists where each thing of a text stands.
 *
 * @throws TeachingError when the text is not YAML.
 */
export function listPlaces(file: string, text: string): Place {
  const { yaml, lines } = parseText(file, text);
  return isNode(yaml.contents) ? placeOf(yaml.contents, lines) : [0, 0];
}

function placeOf(node: Node, lines: LineCounter): Place {
  const { line, col } = lines.linePos(node.range?.[0] ?? 0);
  if (!isCollection(node)) return [line, col];
  const places = node.items.flatMap((item, index): [string, Place][] => {
    const [name, value] = isPair(item) ? [nameOf(item.key), item.value] : [String(index), item];
    return name !== undefined && isNode(value) ? [[name, placeOf(value, lines)]] : [];
  });
  return [line, col, Object.fromEntries(places)];
}

// No step of a pointer leads to what has a number for a name.
function nameOf(key: unknown): string | undefined {
  return isScalar(key) && typeof key.value === "string" ? key.value : undefined;
}
