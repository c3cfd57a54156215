import type { MediaType, Operation, Place } from "../../document/document.ts";
import { findMarked } from "../../document/find-marked.ts";
import type { Json, JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import { itemSchema, memberSchema, typesOf } from "../../schema/coerce.ts";
import { documentedMembers } from "../../schema/documented-members.ts";
import type { Serialization } from "../../wire/serialize.ts";

/** What is documented of a value that travels as text: a parameter, or a member of a form. */
export interface DocumentedField {
  readonly name: string;
  readonly required: boolean;
  readonly schema?: Pointer;
  readonly serialization?: Serialization;
  /** Whether it is a list, which may travel as several fields of one name. */
  readonly isList: boolean;
}

/** The documented parameters of one place. */
export function parameterFields(
  root: JsonObject,
  { parameters }: Operation,
  place: Place,
): DocumentedField[] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, required, schema, serialization }) => ({
      name,
      required,
      isList: isList(root, schema),
      ...(schema !== undefined && { schema }),
      ...(serialization && { serialization }),
    }));
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
    return {
      name,
      required: required.includes(name),
      isList: isList(root, member),
      ...(member !== undefined && { schema: member }),
      ...(serialization && { serialization }),
    };
  });
}

/** Whether a schema asks for a list, and for no text. */
export function isList(root: JsonObject, schema: Pointer | undefined): boolean {
  const types = namedTypes(root, schema);
  return types.includes("array") && !types.includes("string");
}

/** Whether a schema asks for an object or a list, and for no text. */
export function isStructure(root: JsonObject, schema: Pointer | undefined): boolean {
  const types = namedTypes(root, schema);
  const isOpen = schema !== undefined && types.length === 0 && itemSchema(root, schema) === undefined;
  if (isOpen) return documentedMembers(root, schema).size > 0;
  return !types.includes("string") && (types.includes("object") || types.includes("array"));
}

function namedTypes(root: JsonObject, schema: Pointer | undefined): readonly Json[] {
  return schema === undefined ? [] : typesOf(root, schema);
}
