import type { Document, DocumentedResponse, Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import type { JsonObject } from "../document/json.ts";
import { below, type Pointer, stepsOf, valueAt } from "../document/pointer.ts";
import { documentedItems, documentedMembers } from "../schema/documented-members.ts";
import type { ReportEntry } from "./report.ts";

/** Where a document says what a check expected: the most precise place that it has for it. */
export function sourcePointer(document: Document, entry: ReportEntry): Pointer | undefined {
  const operation = document.operations.find(({ id }) => id === entry.operation);
  if (!operation) return undefined;
  const { root } = document;
  const first = (...candidates: (Pointer | undefined)[]) =>
    candidates.find((pointer) => pointer !== undefined && isThere(root, pointer));
  const response = responseOf(operation, entry.case);
  switch (entry.check) {
    case "request":
      return first(parameterOf(operation, root, entry), operation.pointer);
    case "authentication":
      return first(below(operation.pointer, "security"), "#/security", operation.pointer);
    case "status-code":
      return first(below(operation.pointer, "responses"), operation.pointer);
    case "response-headers":
      return first(headerOf(response, entry), response?.pointer, operation.pointer);
    case "content-type":
      return first(response && below(response.pointer, "content"), response?.pointer, operation.pointer);
    case "client-result":
      return first(response?.pointer, operation.pointer);
    default:
      return first(schemaOf(document, response, entry), response?.pointer, operation.pointer);
  }
}

const remembered = new WeakMap<JsonObject, Map<Pointer, boolean>>();

/** Whether a document has anything at a place: it is asked of the same ones for each of its cases. */
function isThere(root: JsonObject, pointer: Pointer): boolean {
  const known = remembered.get(root) ?? new Map<Pointer, boolean>();
  const before = known.get(pointer);
  if (before !== undefined) return before;
  const there = valueAt(root, pointer) !== undefined;
  remembered.set(root, known.set(pointer, there));
  return there;
}

/** Where in the body, or in the request, a finding is. */
export function placeOf({ at, expected }: Pick<ReportEntry, "at" | "expected">): Pointer | undefined {
  if (at !== undefined || !expected.startsWith("#")) return at;
  return /^#(?:\/[^ ]*)?(?= )/.exec(expected)?.[0];
}

function responseOf(operation: Operation, name: string): DocumentedResponse | undefined {
  return documentedResponse(operation, Number.parseInt(name, 10));
}

function parameterOf(
  operation: Operation,
  root: Document["root"],
  { expected }: ReportEntry,
): Pointer | undefined {
  if (placeOf({ expected }) !== undefined) return below(operation.pointer, "requestBody");
  const lists = [
    below(operation.pointer, "parameters"),
    `${operation.pointer.replace(/\/[^/]*$/, "")}/parameters`,
  ];
  for (const list of lists) {
    const parameters = valueAt(root, list);
    if (!Array.isArray(parameters)) continue;
    const index = parameters.findIndex((_, at) => {
      const { name } = (valueAt(root, below(list, at)) ?? {}) as { name?: unknown };
      return typeof name === "string" && expected.includes(name);
    });
    if (index >= 0) return below(list, index);
  }
  return undefined;
}

function headerOf(response: DocumentedResponse | undefined, { expected }: ReportEntry): Pointer | undefined {
  const name = /^header ([^:\s]+)/.exec(expected)?.[1];
  return response && name !== undefined ? below(response.pointer, "headers", name) : undefined;
}

/** The schema of the place in the body, as deep as the document goes. */
function schemaOf(
  { root }: Document,
  response: DocumentedResponse | undefined,
  entry: ReportEntry,
): Pointer | undefined {
  const schema = response?.content[0]?.schema;
  if (schema === undefined) return undefined;
  let schemas = [schema];
  for (const step of stepsOf(placeOf(entry) ?? "#")) {
    const members = documentedMembers(root, ...schemas).get(step);
    const next = members ?? (/^\d+$/.test(step) ? documentedItems(root, ...schemas) : []);
    if (next.length === 0) break;
    schemas = next;
  }
  return schemas[0];
}
