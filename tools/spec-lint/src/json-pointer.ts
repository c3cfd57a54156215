import { isObject } from "./json.ts";

/** Where something stands in a document: the names and indices that lead to it from the root. */
export type Path = readonly (string | number)[];

/** `["paths", "/jobs"]` -> `#/paths/~1jobs` (RFC 6901 §3 and §6, without percent-encoding: people read it). */
export function toPointer(path: Path): string {
  return `#${path.map((step) => `/${escapeStep(step)}`).join("")}`;
}

/** The same as a URI fragment (RFC 6901 §6), for what parses it as a URI. */
export function toFragment(path: Path): string {
  return `#${path.map((step) => `/${encodeURIComponent(escapeStep(step))}`).join("")}`;
}

/** `#/paths/~1jobs` -> `["paths", "/jobs"]`; a pointer out of this document gives `undefined`. */
export function fromPointer(pointer: string): Path | undefined {
  if (!pointer.startsWith("#")) return undefined;
  const steps = pointer.slice(1).split("/").slice(1);
  return steps.map((step) => unescapeStep(percentDecode(step)));
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => {
    if (Array.isArray(node)) return node[Number(step)];
    if (isObject(node) && Object.hasOwn(node, String(step))) return node[String(step)];
    return undefined;
  }, root);
}

function escapeStep(step: string | number): string {
  return String(step).replaceAll("~", "~0").replaceAll("/", "~1");
}

// RFC 6901 §4: `~1` first, or `~01` would become `/`.
function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function percentDecode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step; // a bare `%`, in a pointer that was never encoded
  }
}
