import { isObject, type Json } from "./json.ts";

/** A JSON pointer in its URI fragment form, such as `#/components/schemas/Task`. */
export type Pointer = string;

/** The pointer one or more steps below another. */
export function below(pointer: Pointer, ...steps: (string | number)[]): Pointer {
  return [pointer, ...steps.map((step) => escapeStep(String(step)))].join("/");
}

/** The steps that lead to a pointer's target, decoded. */
export function stepsOf(pointer: Pointer): readonly string[] {
  const known = remembered.get(pointer);
  if (known) return known;
  // RFC 6901 §6: percent-decode first, then ~1, then ~0.
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => decode(step).replaceAll("~1", "/").replaceAll("~0", "~"));
  // Documents are asked for the same places again and again; what a caller makes up is not kept for ever.
  if (remembered.size < 20_000 && pointer.length < 500) remembered.set(pointer, steps);
  return steps;
}

const remembered = new Map<Pointer, readonly string[]>();

/** What a pointer leads to, or `undefined`. */
export function valueAt(root: Json, pointer: Pointer): Json | undefined {
  let value: Json | undefined = root;
  for (const step of stepsOf(pointer)) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
