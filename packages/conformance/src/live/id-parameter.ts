import type { TestCase } from "../cases/test-case.ts";
import type { Document, Operation, Parameter } from "../document/document.ts";
import { findMarked } from "../document/find-marked.ts";
import type { Json } from "../document/json.ts";
import { objectAt } from "../document/navigate.ts";
import { ownKeywords } from "../document/own-keywords.ts";
import { PAGING } from "../document/vocabulary.ts";
import { chooseRefusal } from "../sandbox/request/choose-refusal.ts";
import { refusalCodes } from "../sandbox/request/refusal-codes.ts";
import type { Link } from "../sandbox/world/links.ts";
import { isNobodys, nobodysId } from "../sandbox/world/nobodys-id.ts";
import { typesOf } from "../schema/coerce.ts";

/**
 * The parameter by which an operation is asked for one thing. Not where pages are listed: what belongs to nothing may well
 * be an empty list.
 */
export function idParameter(
  document: Document,
  { operation, arguments: given }: TestCase,
  links: readonly Link[],
): Parameter | undefined {
  if (objectAt(document.root, operation.pointer)[PAGING] !== undefined) return undefined;
  return (
    linkedId(operation, links) ??
    namedId(document, operation, given.path) ??
    (links.length === 0 ? endOfPath(document, operation, given.path) : undefined)
  );
}

/** It must be given, and a link takes it out of an answer. Of several, the last. */
function linkedId(operation: Operation, links: readonly Link[]): Parameter | undefined {
  const bound = links
    .filter(({ target }) => target === operation)
    .flatMap((link) => link.bound.filter(({ expression }) => expression.from === "response"));
  return operation.parameters
    .filter(({ in: place, required }) => required && (place === "path" || place === "query"))
    .findLast(({ name }) => bound.some((one) => one.name === name));
}

/**
 * The same where no link says so: an id of the path, by its name or its schema, of an operation that documents how it says
 * that there is no such thing. Only where there is an id of its shape that nothing can have.
 */
function namedId(
  document: Document,
  operation: Operation,
  given: Readonly<Record<string, Json>>,
): Parameter | undefined {
  if (!documentsMissing(document, operation)) return undefined;
  const named = pathNames(operation).findLast((name) => isId(document, operation, name));
  const parameter = operation.parameters.find(({ in: place, name }) => place === "path" && name === named);
  const sample = parameter && given[parameter.name];
  if (parameter === undefined || sample === undefined || isNobodys(sample)) return undefined;
  return isNobodys(unknownId(document, parameter, sample)) ? parameter : undefined;
}

/** In a document without links, what ends a path that is documented to be not found: nobody says that it is an id. */
function endOfPath(
  { root }: Document,
  operation: Operation,
  given: Readonly<Record<string, Json>>,
): Parameter | undefined {
  const [, name] = /\/\{([^{}]+)\}$/.exec(operation.path) ?? [];
  if (operation.responses[404] === undefined || isNobodys(given[name ?? ""] ?? "")) return undefined;
  const parameter = operation.parameters.find((one) => one.in === "path" && one.name === name);
  const { schema } = parameter ?? {};
  // What is chosen out of a list is no id.
  const isChoice =
    schema !== undefined && ["enum", "const"].some((word) => findMarked(root, schema, word).length > 0);
  return isChoice ? undefined : parameter;
}

/** Whether it is documented how an operation says that there is no such thing: by 404, or by a code for it. */
function documentsMissing(document: Document, operation: Operation): boolean {
  if (operation.responses[404] !== undefined) return true;
  const { code } = chooseRefusal(document, operation, "notFound");
  return code !== undefined && refusalCodes(document, "notFound").map(String).includes(code);
}

/** The parameters of a path that say which of its kind is meant, as in `/jobs/{jobId}`; not whose: `/v2/{project_id}/jobs`. */
function pathNames({ path }: Operation): string[] {
  return [...path.matchAll(/\/([^/{}]+)\/\{([^/{}]+)\}(?=\/|$)/g)].flatMap(([, kind = "", name = ""]) =>
    /^v?\d/i.test(kind) ? [] : [name],
  );
}

const ID_NAME = /^(id|uuid|guid|.*[_-](id|uuid|guid)|.*[a-z\d](Id|ID|Uuid|UUID|Guid|GUID))$/;

function isId({ root }: Document, { parameters }: Operation, name: string): boolean {
  if (ID_NAME.test(name)) return true;
  const schema = parameters.find((one) => one.in === "path" && one.name === name)?.schema;
  return schema !== undefined && ownKeywords(root, schema, "format").some(({ value }) => value === "uuid");
}

/** An id of the shape of another that nothing has: its digits are zeros. */
export function unknownId({ root }: Document, { schema }: Parameter, sample: Json): Json {
  const isNumber = schema !== undefined && typesOf(root, schema).includes("integer");
  return nobodysId(sample, isNumber);
}
