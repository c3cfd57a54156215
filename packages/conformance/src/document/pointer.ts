import { percentDecode } from "../wire/percent-decode.ts";
import { isObject, type Json } from "./json.ts";

/** A JSON pointer in its URI fragment form, such as `#/components/schemas/Task`. */
export type Pointer = string;

/** The pointer one or more steps below another. */
export function below(pointer: Pointer, ...steps: (string | number)[]): Pointer {
  let longer = pointer;
  for (const step of steps) longer += `/${typeof step === "number" ? step : escapeStep(step)}`;
  return longer;
}

/** The steps that lead to a pointer's target, decoded. */
export function stepsOf(pointer: Pointer): readonly string[] {
  const known = remembered.get(pointer);
  if (known) return known;
  const steps = pointer.split("/").slice(1).map(decodeStep);
  // Documents are asked for the same places again and again; what a caller makes up is not kept for ever.
  if (remembered.size < 20_000 && pointer.length < 500) remembered.set(pointer, steps);
  return steps;
}

const remembered = new Map<Pointer, readonly string[]>();

/** The same for any item of a list: which of many it is changes from day to day. */
export function forAnyItem(pointer: Pointer): Pointer {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}

/** What a pointer leads to, or `undefined`. */
export function valueAt(root: Json, pointer: Pointer): Json | undefined {
  let value: Json | undefined = root;
  // A check asks for dozens of them: no list of steps is made.
  for (let start = pointer.indexOf("/") + 1; start > 0; ) {
    const end = pointer.indexOf("/", start);
    const step = decodeStep(end < 0 ? pointer.slice(start) : pointer.slice(start, end));
    start = end + 1;
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** The same pointer as a fragment of a URI, of which any step may have been encoded already (RFC 6901 §6). */
export function encoded(pointer: Pointer): string {
  return `#${stepsOf(pointer)
    .map((step) => `/${encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))}`)
    .join("")}`;
}

function escapeStep(step: string): string {
  if (!/[/~%]/.test(step)) return step;
  const escaped = step.replaceAll("~", "~0").replaceAll("/", "~1");
  // Or what looks like an octet would be read as one.
  return /%[\da-f]{2}/i.test(step) ? escaped.replaceAll("%", "%25") : escaped;
}

/** RFC 6901 §6: percent-decode first, then ~1, then ~0. */
function decodeStep(step: string): string {
  const text = percentDecode(step);
  return text.includes("~") ? text.replaceAll("~1", "/").replaceAll("~0", "~") : text;
}
