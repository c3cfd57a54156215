import type { Document, MediaType, Operation } from "../../document/document.ts";
import { parseMediaType } from "../../wire/media-type.ts";
import { isByMember, isFieldOf } from "../../wire/serialize.ts";
import { type DocumentedField, formFields, parameterFields } from "./documented-field.ts";
import { escapeLiteral } from "./path-pattern.ts";
import { isTooDeep } from "./unflatten.ts";

/** What an operation documents of its requests, made ready for reading. */
export interface RequestPlan {
  readonly path: readonly DocumentedField[];
  readonly segments: readonly PathSegment[];
  readonly query: FieldSet;
  readonly headers: readonly DocumentedField[];
  readonly cookies: readonly DocumentedField[];
  /** The members of each form that the operation takes. */
  readonly forms: ReadonlyMap<MediaType, FieldSet>;
}

/** One segment of the path: its pattern, and the parameters that its groups are. */
interface PathSegment {
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/** The fields that a query or a form may have. */
export interface FieldSet {
  readonly fields: readonly DocumentedField[];
  /** The documented field that one of this name belongs to. */
  find(name: string): DocumentedField | undefined;
}

const remembered = new WeakMap<Operation, RequestPlan>();

/** The plan of an operation, made when it is first asked for. */
export function requestPlan(document: Document, operation: Operation): RequestPlan {
  const plan = remembered.get(operation) ?? createPlan(document, operation);
  remembered.set(operation, plan);
  return plan;
}

function createPlan({ root, rpc }: Document, operation: Operation): RequestPlan {
  const forms = (operation.requestBody?.content ?? []).filter(({ type }) => isFormType(type));
  return {
    path: parameterFields(root, operation, "path"),
    segments: (rpc ? "" : operation.path).split("/").map(readSegment),
    query: fieldSet(parameterFields(root, operation, "query")),
    headers: parameterFields(root, operation, "header"),
    cookies: parameterFields(root, operation, "cookie"),
    forms: new Map(forms.map((media) => [media, fieldSet(formFields(root, media))])),
  };
}

/** Whether a media type is that of a form, of fields alone or with files. */
export function isFormType(text: string): boolean {
  const type = parseMediaType(text)?.type;
  return type === "application/x-www-form-urlencoded" || type === "multipart/form-data";
}

function readSegment(template: string): PathSegment {
  const parts = template.split(/\{([^}]+)\}/);
  const literals = parts.filter((_, index) => index % 2 === 0).map(escapeLiteral);
  return {
    names: parts.filter((_, index) => index % 2 === 1),
    pattern: new RegExp(`^${literals.join("(.+)")}$`, "s"),
  };
}

function fieldSet(fields: readonly DocumentedField[]): FieldSet {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const flat = fields.filter(({ serialization }) => serialization === "flat");
  const byMember = fields.filter(({ serialization }) => isByMember(serialization));
  return {
    fields,
    find: (name) =>
      byName.get(name) ??
      flat.find((field) => isFieldOf(field.name, "flat", name) && !isTooDeep(name)) ??
      byMember.find(
        (field) => isFieldOf(field.name, field.serialization, name, field.members) && !isTooDeep(name, "]["),
      ),
  };
}
