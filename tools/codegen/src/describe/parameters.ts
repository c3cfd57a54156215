import type { MediaTypeObject, OperationObject, ParameterObject, PathItem } from "../spec/document.ts";
import { type Place, toPointer } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import { isJson } from "./media-type.ts";

export interface Parameter {
  readonly object: ParameterObject;
  readonly place: Place;
  /** What is known of its value, and where that stands. */
  readonly media: MediaTypeObject;
  readonly mediaPlace: Place;
}

// OAS 3.1.1 §4.8.12.2.1: a header parameter of one of these names "SHALL be ignored".
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

// OAS 3.1.1 §4.8.12.2.1: the defaults, which are what the runtime writes.
const styles = { path: "simple", query: "form", header: "simple", cookie: "form" };

/** The parameters of an operation: its own, and those of its path that it does not override. */
export function describeParameters(
  spec: Spec,
  { operation, item, place }: { operation: OperationObject; item: PathItem; place: Place },
): Parameter[] {
  const byPlaceAndName = new Map<string, Parameter>();
  for (const [owner, at] of [[item, place.slice(0, -1)] as const, [operation, place] as const]) {
    for (const [index, declared] of (owner.parameters ?? []).entries()) {
      const { value, place } = resolve<ParameterObject>(spec, declared, [...at, "parameters", String(index)]);
      byPlaceAndName.set(`${value.in} ${value.name}`, {
        object: value,
        place,
        ...mediaOf(spec, value, place),
      });
    }
  }
  const parameters = [...byPlaceAndName.values()].filter(({ object }) => !isIgnored(object));
  assertUniqueNames(spec, parameters);
  for (const parameter of parameters) assertDefaultStyle(spec, parameter);
  return parameters;
}

/** OAS 3.1.1 §4.8.12.2: a schema, or exactly one media type, of which the runtime writes JSON in the query. */
function mediaOf(spec: Spec, object: ParameterObject, place: Place): Pick<Parameter, "media" | "mediaPlace"> {
  const [mediaType, media] = Object.entries(object.content ?? {})[0] ?? [];
  if (!mediaType || !media) return { media: object, mediaPlace: place };
  if (object.in === "query" && isJson(mediaType)) {
    return { media: { ...object, ...media }, mediaPlace: [...place, "content", mediaType] };
  }
  throw spec.error([...place, "content"], {
    what: `the runtime cannot write ${mediaType} in ${object.in}`,
    expected: "a schema; or, in the query alone, JSON",
    example: "in: query\ncontent:\n  application/json:\n    schema: { type: object }",
  });
}

function isIgnored({ in: where, name }: ParameterObject): boolean {
  return where === "header" && ignoredHeaders.has(name.toLowerCase());
}

function assertUniqueNames(spec: Spec, parameters: readonly Parameter[]): void {
  for (const [index, { object, place }] of parameters.entries()) {
    const other = parameters.slice(0, index).find((before) => before.object.name === object.name);
    if (!other) continue;
    throw spec.error(place, {
      what: `the parameter ${object.name} collides with that of ${toPointer(other.place)}`,
      expected: "one place for each name, since the arguments of a call lie flat beside each other",
      example: `- name: ${object.name}\n  in: ${other.object.in}`,
    });
  }
}

function assertDefaultStyle(spec: Spec, { object, place }: Parameter): void {
  if (object.content) return;
  const style = styles[object.in];
  const explode = style === "form";
  if ((object.style ?? style) === style && (object.explode ?? explode) === explode) return;
  throw spec.error(place, {
    what: `the parameter ${object.name} has a style that the runtime does not write`,
    expected: `style ${style} and explode ${explode}, the defaults in ${object.in}`,
    example:
      `- name: ${object.name}\n  in: ${object.in}\n  style: ${style}\n  explode: ${explode}\n` +
      "  # a list that travels as one text, such as A,B, is a text: schema: { type: string }",
  });
}
