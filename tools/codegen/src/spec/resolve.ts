import type { Reference } from "./document.ts";
import { fromPointer, type Place } from "./json-pointer.ts";
import type { Spec } from "./load-spec.ts";

export interface Resolved<Value> {
  readonly value: Value;
  /** Where the value itself stands. */
  readonly place: Place;
}

/**
 * Follows a Reference Object (OAS 3.1.1 §4.8.23) to what it refers to, through any number of steps.
 *
 * @throws SpecError if it leads out of the file, nowhere, or round in a circle.
 */
export function resolve<Value extends object>(
  spec: Spec,
  declared: Value | Reference,
  declaredAt: Place,
): Resolved<Value> {
  let value: unknown = declared;
  let place = declaredAt;
  const seen = new Set<string>();
  while (isReference(value)) {
    const { $ref } = value;
    const target = fromPointer($ref);
    const found = $ref.startsWith("#/") && !seen.has($ref) ? lookUp(spec, target) : undefined;
    if (found === undefined || found === null) {
      throw spec.error([...place, "$ref"], {
        what: `${$ref} leads nowhere`,
        expected: "a reference to something in this file",
        example: '$ref: "#/components/schemas/Job"',
      });
    }
    seen.add($ref);
    value = found;
    place = target;
  }
  return { value: value as Value, place };
}

function isReference(value: unknown): value is Reference {
  return (
    typeof value === "object" && value !== null && typeof (value as Partial<Reference>).$ref === "string"
  );
}

function lookUp(spec: Spec, place: Place): unknown {
  return place.reduce<unknown>(
    (value, segment) => (value as Record<string, unknown> | null | undefined)?.[segment],
    spec.document,
  );
}
