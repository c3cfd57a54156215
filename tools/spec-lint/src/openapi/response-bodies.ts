import { isObject, type JsonObject } from "../json.ts";
import { type Path, toPointer, valueAt } from "../json-pointer.ts";
import { resolveReference } from "./resolve-reference.ts";
import { objectsNamed } from "./walk-objects.ts";

/** One media type of one documented response, with a schema. */
export interface ResponseBody {
  /** The key in the Responses Object: `404`, `4XX`, `default`. */
  readonly status: string;
  /** The Media Type Object. */
  readonly path: Path;
  readonly node: JsonObject;
  readonly schema: Path;
}

/** Every response body with a schema. A response under `components` that many operations share comes once. */
export function responseBodiesOf(root: JsonObject): ResponseBody[] {
  const bodies = new Map<string, ResponseBody>();
  for (const { path, node } of objectsNamed(root, "Responses Object")) {
    for (const status of Object.keys(node).filter((key) => !key.startsWith("x-"))) {
      for (const body of bodiesOf(root, [...path, status], status)) bodies.set(toPointer(body.path), body);
    }
  }
  return [...bodies.values()];
}

/** OAS 3.1.1 §4.8.16.1: `default` stands for what no other key covers, and so for errors. */
export function isError(body: ResponseBody): boolean {
  return !body.status.startsWith("2");
}

/** The bodies with which an operation tells of its success. */
export function successBodiesOf(root: JsonObject, operation: Path): ResponseBody[] {
  const responses = [...operation, "responses"];
  const node = valueAt(root, responses);
  const statuses = isObject(node) ? Object.keys(node).filter((key) => key.startsWith("2")) : [];
  return statuses.flatMap((status) => bodiesOf(root, [...responses, status], status));
}

/** The bodies of one response, by media type. */
export function bodiesOf(root: JsonObject, responsePath: Path, status: string): ResponseBody[] {
  const response = resolveReference(root, responsePath);
  if (!response || !isObject(response.node.content)) return [];
  return Object.entries(response.node.content).flatMap(([mediaType, node]) => {
    if (!isObject(node) || !isObject(node.schema)) return [];
    const path = [...response.path, "content", mediaType];
    return [{ status, path, node, schema: [...path, "schema"] }];
  });
}
