import type { MediaType, Operation, Place } from "../../document/document.ts";
import { findMarked } from "../../document/find-marked.ts";
import type { Json, JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import { itemSchema, memberSchema } from "../../schema/coerce.ts";
import { documentedMembers } from "../../schema/documented-members.ts";
import type { Serialization } from "../../wire/serialize.ts";
import { isList, textReader } from "./field-type.ts";

/** What is documented of a value that travels as text: a parameter, or a member of a form. */
export interface DocumentedField {
  readonly name: string;
  readonly required: boolean;
  readonly schema?: Pointer;
  readonly serialization?: Serialization;
  /** The fields that an object travels as, where each member of it is spread. */
  readonly members?: readonly string[];
  /** Whether it is a list, which may travel as several fields of one name. */
  readonly isList: boolean;
  /** Makes of a text what the schema types it, or of a list what it types each item. */
  readonly readText: (text: string) => Json;
}

/** The documented parameters of one place. */
export function parameterFields(
  root: JsonObject,
  { parameters }: Operation,
  place: Place,
): DocumentedField[] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, required, schema, serialization, members }) =>
      createField(root, { name, required, ...(members && { members }) }, schema, serialization),
    );
}

/** The documented members of a form. */
export function formFields(root: JsonObject, { schema, serializations }: MediaType): DocumentedField[] {
  if (schema === undefined) return [];
  const required = findMarked(root, schema, "required").flatMap(({ steps, mark }) =>
    steps.length === 0 ? mark : [],
  );
  return [...documentedMembers(root, schema).keys()].map((name) => {
    const member = memberSchema(root, schema, name);
    const serialization = serializations[name];
    const members = serialization === "spread" && member ? documentedMembers(root, member).keys() : [];
    const own = { name, required: required.includes(name), members: [...members] };
    return createField(root, own, member, serialization);
  });
}

// Made ready once: a request may have dozens of fields.
function createField(
  root: JsonObject,
  own: Pick<DocumentedField, "name" | "required" | "members">,
  schema: Pointer | undefined,
  serialization: Serialization | undefined,
): DocumentedField {
  const asList = isList(root, schema);
  return {
    ...own,
    isList: asList,
    readText: textReader(root, asList ? itemSchema(root, schema) : schema),
    ...(schema !== undefined && { schema }),
    ...(serialization && { serialization }),
  };
}
