import { isJsonType } from "../wire/media-type.ts";
import type { Serialization } from "../wire/serialize.ts";
import type {
  DocumentedHeader,
  DocumentedResponse,
  Example,
  MediaType,
  Operation,
  Parameter,
  Place,
  RequestBody,
} from "./document.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { below, type Pointer, valueAt } from "./pointer.ts";
import { readServers } from "./read-servers.ts";
import { BODY_OPTIONAL, FLATTEN } from "./vocabulary.ts";

// OAS 3.1.1 §4.8.9: the fixed fields of a Path Item that hold an operation.
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

// OAS 3.1.1 §4.8.12.2.1: header parameters of these names are ignored.
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Every operation of a document, in its order. */
export function readOperations(root: JsonObject): Operation[] {
  return members(root, "#/paths").flatMap(([path, pathPointer]) => {
    const item = follow(root, pathPointer);
    return METHODS.filter((method) => isObject(objectAt(root, item)[method])).map((method) =>
      readOperation(root, path, item, method),
    );
  });
}

function readOperation(root: JsonObject, path: string, item: Pointer, method: string): Operation {
  const pointer = below(item, method);
  const operation = objectAt(root, pointer);
  // OAS 3.1.1 §4.8.10: an operation's servers override the path item's, and those the document's.
  const servers = readServers(operation.servers ?? objectAt(root, item).servers);
  const requestBody = operation.requestBody
    ? readRequestBody(root, below(pointer, "requestBody"))
    : undefined;
  return {
    id: typeof operation.operationId === "string" ? operation.operationId : `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    pointer,
    ...(servers.length > 0 && { servers }),
    parameters: readParameters(root, item, pointer),
    ...(requestBody && { requestBody }),
    responses: Object.fromEntries(
      members(root, below(pointer, "responses"))
        .filter(([status]) => !status.startsWith("x-"))
        .map(([status, at]) => readResponse(root, status, follow(root, at)))
        .map((response) => [response.status, response]),
    ),
    security: readSecurity(operation.security ?? root.security),
  };
}

// OAS 3.1.1 §4.8.10: an operation's parameter overrides the path item's of the same name and place.
function readParameters(root: JsonObject, item: Pointer, operation: Pointer): Parameter[] {
  const all = new Map<string, Parameter>();
  for (const list of [below(item, "parameters"), below(operation, "parameters")]) {
    const count = Array.isArray(valueAt(root, list)) ? (valueAt(root, list) as Json[]).length : 0;
    for (let index = 0; index < count; index += 1) {
      const parameter = readParameter(root, follow(root, below(list, index)));
      if (parameter.in === "header" && IGNORED_HEADERS.has(parameter.name.toLowerCase())) continue;
      all.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...all.values()];
}

function readParameter(root: JsonObject, pointer: Pointer): Parameter {
  const parameter = objectAt(root, pointer);
  // OAS 3.1.1 §4.8.12.2.3: a parameter has a schema, or a content with exactly one media type.
  const [content] = members(root, below(pointer, "content"));
  const holder = content ? content[1] : pointer;
  const schema = objectAt(root, holder).schema === undefined ? {} : { schema: below(holder, "schema") };
  const serialization = content ? "json" : parameter[FLATTEN] === true ? "flat" : undefined;
  const example = exampleOf(root, pointer) ?? exampleOf(root, holder);
  return {
    name: String(parameter.name),
    in: String(parameter.in) as Place,
    required: parameter.required === true,
    ...schema,
    ...(serialization && { serialization }),
    ...(example !== undefined && { example }),
  };
}

function readRequestBody(root: JsonObject, at: Pointer): RequestBody {
  const pointer = follow(root, at);
  return { required: objectAt(root, pointer).required === true, content: readContent(root, pointer) };
}

function readResponse(root: JsonObject, status: string, pointer: Pointer): DocumentedResponse {
  return {
    status: status.toUpperCase() === "DEFAULT" ? "default" : status.toUpperCase(),
    pointer,
    headers: members(root, below(pointer, "headers"))
      // OAS 3.1.1 §4.8.17: a response header named Content-Type is ignored.
      .filter(([name]) => name.toLowerCase() !== "content-type")
      .map(([name, at]) => readHeader(root, name, follow(root, at))),
    bodyOptional: objectAt(root, pointer)[BODY_OPTIONAL] === true,
    content: readContent(root, pointer),
  };
}

function readHeader(root: JsonObject, name: string, pointer: Pointer): DocumentedHeader {
  const header = objectAt(root, pointer);
  return {
    name,
    required: header.required === true,
    ...(header.schema !== undefined && { schema: below(pointer, "schema") }),
  };
}

function readContent(root: JsonObject, pointer: Pointer): MediaType[] {
  return members(root, below(pointer, "content")).map(([type, at]) => ({
    type,
    ...(objectAt(root, at).schema !== undefined && { schema: below(at, "schema") }),
    serializations: readSerializations(root, at),
    examples: readExamples(root, at),
  }));
}

/** How the members of a form travel: by their Encoding Object, or by a mark on their schema. */
function readSerializations(root: JsonObject, pointer: Pointer): Record<string, Serialization> {
  const encoded = members(root, below(pointer, "encoding")).flatMap(
    ([name, at]): [string, Serialization][] =>
      isJsonType(String(objectAt(root, at).contentType ?? "")) ? [[name, "json"]] : [],
  );
  const schema = follow(root, below(pointer, "schema"));
  const flattened = members(root, below(schema, "properties")).flatMap(
    ([name, at]): [string, Serialization][] => (objectAt(root, at)[FLATTEN] === true ? [[name, "flat"]] : []),
  );
  return Object.fromEntries([...encoded, ...flattened]);
}

function readExamples(root: JsonObject, pointer: Pointer): Example[] {
  const holder = objectAt(root, pointer);
  if (holder.example !== undefined) return [{ name: "example", value: holder.example }];
  return members(root, below(pointer, "examples")).flatMap(([name, at]) => {
    const { value } = objectAt(root, follow(root, at));
    return value === undefined ? [] : [{ name, value }];
  });
}

/** The first example of a parameter: its own, else its schema's, else the schema's default. */
function exampleOf(root: JsonObject, pointer: Pointer): Json | undefined {
  const own = readExamples(root, pointer)[0]?.value;
  if (own !== undefined) return own;
  const schema = objectAt(root, follow(root, below(pointer, "schema")));
  return (Array.isArray(schema.examples) ? schema.examples[0] : undefined) ?? schema.default;
}

function readSecurity(security: Json | undefined): string[][] {
  return Array.isArray(security)
    ? security.filter(isObject).map((alternative) => Object.keys(alternative))
    : [];
}

/** Where a Reference Object leads, however long the chain; the loader has proved that it ends. */
function follow(root: JsonObject, pointer: Pointer): Pointer {
  const value = valueAt(root, pointer);
  return isObject(value) && typeof value.$ref === "string" ? follow(root, value.$ref) : pointer;
}

function objectAt(root: JsonObject, pointer: Pointer): JsonObject {
  const value = valueAt(root, pointer);
  return isObject(value) ? value : {};
}

function members(root: JsonObject, pointer: Pointer): [name: string, pointer: Pointer][] {
  return Object.keys(objectAt(root, pointer)).map((name) => [name, below(pointer, name)]);
}
