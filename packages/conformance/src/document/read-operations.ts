import { memberSchema } from "../schema/coerce.ts";
import { isJsonType } from "../wire/media-type.ts";
import type { Serialization } from "../wire/serialize.ts";
import type { DocumentedHeader, DocumentedResponse, MediaType, Operation, RequestBody } from "./document.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { follow, members, objectAt } from "./navigate.ts";
import { encodedSerialization } from "./parameter-style.ts";
import { below, type Pointer } from "./pointer.ts";
import { firstExample, readExamples } from "./read-examples.ts";
import { readParameters } from "./read-parameters.ts";
import { readServers } from "./read-servers.ts";
import { BODY_OPTIONAL, FLATTEN } from "./vocabulary.ts";

// OAS 3.1.1 §4.8.9: the fixed fields of a Path Item that hold an operation.
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

// OAS 3.0.4 §4.8.10: a requestBody is to be ignored where HTTP gives it no meaning (RFC 9110 §9.3.1, §9.3.2, §9.3.8), and
// no `fetch` sends one.
const WITHOUT_CONTENT = ["get", "head", "trace"];

/** Every operation of a document, in its order. */
export function readOperations(root: JsonObject): Operation[] {
  const taken = new Set<string>();
  const operations = members(root, "#/paths").flatMap(([path, pathPointer]) => {
    const item = follow(root, pathPointer);
    return METHODS.filter((method) => isObject(objectAt(root, item)[method])).map((method) =>
      readOperation(root, path, item, method),
    );
  });
  // OAS 3.1.1 §4.8.10: an operationId must be unique; of two that are one, nobody could tell which is meant.
  return operations.map((operation) => {
    const id = taken.has(operation.id) ? nameless(operation) : operation.id;
    taken.add(id);
    return id === operation.id ? operation : { ...operation, id };
  });
}

function nameless({ method, path }: Pick<Operation, "method" | "path">): string {
  return `${method.toUpperCase()} ${path}`;
}

function readOperation(root: JsonObject, path: string, item: Pointer, method: string): Operation {
  const pointer = below(item, method);
  const operation = objectAt(root, pointer);
  // OAS 3.1.1 §4.8.10: an operation's servers override the path item's, and those the document's.
  const servers = readServers(operation.servers ?? objectAt(root, item).servers);
  const requestBody =
    operation.requestBody && !WITHOUT_CONTENT.includes(method)
      ? readRequestBody(root, below(pointer, "requestBody"))
      : undefined;
  return {
    id: typeof operation.operationId === "string" ? operation.operationId : nameless({ method, path }),
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
  // OAS 3.1.1 §4.8.21: a header has a schema, or a content with exactly one media type, as a parameter has.
  const [content] = members(root, below(pointer, "content"));
  const holder = content ? content[1] : pointer;
  const example = firstExample(root, pointer) ?? firstExample(root, holder);
  return {
    name,
    required: header.required === true,
    ...(example !== undefined && { example }),
    ...(objectAt(root, holder).schema !== undefined && { schema: below(holder, "schema") }),
    ...(content && isJsonType(content[0]) && { serialization: "json" }),
    ...(header.explode === true && { explode: true }),
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
  const schema = follow(root, below(pointer, "schema"));
  const encoded = members(root, below(pointer, "encoding")).flatMap(
    ([name, at]): [string, Serialization][] => {
      const encoding = objectAt(root, at);
      if (isJsonType(String(encoding.contentType ?? ""))) return [[name, "json"]];
      const styled = encodedSerialization(root, encoding, memberSchema(root, schema, name));
      return styled ? [[name, styled]] : [];
    },
  );
  const flattened = members(root, below(schema, "properties")).flatMap(
    ([name, at]): [string, Serialization][] => (objectAt(root, at)[FLATTEN] === true ? [[name, "flat"]] : []),
  );
  return Object.fromEntries([...encoded, ...flattened]);
}

function readSecurity(security: Json | undefined): string[][] {
  return Array.isArray(security)
    ? security.filter(isObject).map((alternative) => Object.keys(alternative))
    : [];
}
