import { isObject, type JsonObject } from "../json.ts";
import { type Operation, parametersOf } from "./operations-of.ts";
import { resolveReference } from "./resolve-reference.ts";
import { schemasAt } from "./schemas-at.ts";

/** The names that an operation's method takes: its parameters, and the members of its request body. */
export function argumentNames(root: JsonObject, operation: Operation): string[] {
  const parameters = parametersOf(root, operation).map(({ name }) => name);
  return [...parameters, ...bodyMembers(root, operation)];
}

function bodyMembers(root: JsonObject, { path }: Operation): string[] {
  const body = resolveReference(root, [...path, "requestBody"]);
  if (!body || !isObject(body.node.content)) return [];
  return Object.keys(body.node.content).flatMap((mediaType) =>
    schemasAt(root, [...body.path, "content", mediaType, "schema"]).flatMap(({ node }) =>
      isObject(node.properties) ? Object.keys(node.properties) : [],
    ),
  );
}
