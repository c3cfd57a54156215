import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter } from "yaml";
import type { Path } from "./json-pointer.ts";

/** Line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a path stands in the text: the key of a member, the first character of a list item.
 * A path that leads nowhere (a member that is missing) stands where its nearest ancestor does.
 */
export function positionIn(yaml: Document.Parsed, lines: LineCounter, path: Path): Position {
  const { line, col } = lines.linePos(offsetOf(yaml, path));
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(yaml: Document.Parsed, path: Path): number {
  let node: unknown = yaml.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const next = stepInto(isAlias(node) ? node.resolve(yaml) : node, step);
    if (next === undefined) break;
    offset = startOf(next.mark) ?? offset;
    node = next.node;
  }
  return offset;
}

function stepInto(node: unknown, step: string | number): { mark: unknown; node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
    return pair && { mark: pair.key, node: pair.value };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { mark: item, node: item };
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
