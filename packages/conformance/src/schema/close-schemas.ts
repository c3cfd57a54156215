import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";
import { type Contests, contestsOf, hasPartIn } from "./contests.ts";
import { admitHeirs } from "./heirs-of.ts";
import { documentsMembers } from "./is-closable.ts";

// Each of these keywords holds schemas for another place of the instance: a place that can be closed.
const MAPS_OF_PLACES = ["properties", "patternProperties"];
const PLACES = ["items", "contains", "additionalProperties", "unevaluatedItems"];
// These hold schemas for the same place: closing one of them alone would refuse what its siblings describe.
const LISTS_OF_PARTS = ["anyOf", "oneOf", "$defs"];
const PARTS = ["not", "if", "then", "else"];

/**
 * A copy of a document in which every object schema admits the documented members only. Most documentation
 * declares no member required and closes no object, so that `{}` and any stranger would pass.
 *
 * Objects that document no member at all stay open, and so do those that say they are.
 */
export function closeSchemas(root: JsonObject): JsonObject {
  const definitions = new Map<string, { readonly $ref: string; readonly schema: JsonObject }>();
  const closed = copy(root);
  closeMembers(closed, "#");
  const defined = [...definitions.values()].map(({ schema }, index) => [`joined${index}`, schema]);
  return defined.length > 0 ? { ...closed, $defs: Object.fromEntries(defined) } : closed;

  /** Anything of OpenAPI that is no schema: look for the schemas in it. */
  function closeMembers(node: Json, pointer: Pointer): void {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) closeMember(key, value, below(pointer, key));
  }

  function closeMember(key: string, value: Json, at: Pointer): void {
    if (key === "example" || key === "examples") return;
    if (key === "schemas" && isObject(value)) closeEach(value, at, closeSchema);
    else if (key === "schema") closePlace(value, at);
    else closeMembers(value, at);
  }

  function closePlace(schema: Json | undefined, pointer: Pointer): void {
    if (!isObject(schema)) return;
    closeSchema(schema, pointer);
    admitHeirs(root, schema);
    if (schema.unevaluatedProperties === undefined && documentsMembers(root, pointer)) {
      schema.unevaluatedProperties = false;
    }
  }

  function closeSchema(schema: Json | undefined, pointer: Pointer): void {
    if (!isObject(schema)) return;
    closeKeywords(schema, pointer);
    settle(schema, contestsOf(root, [pointer]));
  }

  function closeKeywords(schema: Json | undefined, pointer: Pointer): void {
    if (!isObject(schema)) return;
    for (const key of MAPS_OF_PLACES) closeEach(schema[key], below(pointer, key), closePlace);
    for (const key of PLACES) closePlace(schema[key], below(pointer, key));
    closeEach(schema.prefixItems, below(pointer, "prefixItems"), closePlace);
    // What the parts of an `allOf` contest, the whole settles.
    closeEach(schema.allOf, below(pointer, "allOf"), closeKeywords);
    for (const key of LISTS_OF_PARTS) closeEach(schema[key], below(pointer, key), closeSchema);
    for (const key of PARTS) closeSchema(schema[key], below(pointer, key));
  }

  /** Closes together what the parts of a schema would close each for itself. */
  function settle(schema: JsonObject, contests: Contests): void {
    const members = [...contests.members].map(([name, places]) => [name, join(places)]);
    const items = contests.items.length > 0 ? { items: join(contests.items) } : {};
    const settled = { properties: Object.fromEntries(members), ...items };
    release(schema, contests, settled);
    if (members.length > 0) schema.properties = { ...propertiesOf(schema), ...settled.properties };
    Object.assign(schema, items);
  }

  /** Takes what is contested out of every part of a schema, and puts in its place what settles it. */
  function release(schema: Json | undefined, contests: Contests, settled: JsonObject): void {
    if (!isObject(schema)) return;
    releaseOwn(schema, contests, settled);
    if (typeof schema.$ref === "string" && hasPartIn(root, schema.$ref, contests)) {
      Object.assign(schema, partOf(schema.$ref, contests));
    }
    for (const part of Array.isArray(schema.allOf) ? schema.allOf : []) release(part, contests, settled);
  }

  /** One place that several schemas describe: all of them hold, and it is closed as a whole. */
  function join(places: readonly Pointer[]): JsonObject {
    return define(`all of ${places.join(" ")}`, (schema) => {
      const contests = contestsOf(root, places);
      schema.allOf = places.map((place) => partOf(place, contests));
      settle(schema, contests);
      if (places.some((place) => documentsMembers(root, place))) schema.unevaluatedProperties = false;
    });
  }

  /** A schema as a part of another: all that is below is closed, but not its own place. */
  function partOf(pointer: Pointer, contests: Contests): Json {
    const original = valueAt(root, pointer);
    if (!isObject(original)) return original ?? true;
    const contested = JSON.stringify([...contests.members.keys(), contests.items.length > 0]);
    return define(`${pointer} but ${contested}`, (schema) => {
      Object.assign(schema, copy(original));
      closeKeywords(schema, pointer);
      // Nothing but what settles a contest refers to this copy, so that nothing need stand in its place.
      release(schema, contests, {});
    });
  }

  /** A reference to a schema that the document has not, made once; it may refer to itself. */
  function define(what: string, make: (schema: JsonObject) => void): JsonObject {
    const known = definitions.get(what);
    if (known) return { $ref: known.$ref };
    const definition = { $ref: `#/$defs/joined${definitions.size}`, schema: {} };
    definitions.set(what, definition);
    make(definition.schema);
    return { $ref: definition.$ref };
  }
}

function closeEach(
  holder: Json | undefined,
  pointer: Pointer,
  close: (schema: Json, pointer: Pointer) => void,
): void {
  if (typeof holder !== "object" || holder === null) return;
  for (const [key, schema] of Object.entries(holder)) close(schema, below(pointer, key));
}

function releaseOwn(schema: JsonObject, contests: Contests, settled: JsonObject): void {
  const own = Object.keys(propertiesOf(schema)).filter((name) => contests.members.has(name));
  for (const name of own) propertiesOf(schema)[name] = propertiesOf(settled)[name] ?? true;
  if (contests.items.length > 0 && schema.items !== undefined) schema.items = settled.items ?? true;
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {};
}

// Not structuredClone: what a YAML alias repeats would stay one object, closed in one place for all.
function copy(value: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
