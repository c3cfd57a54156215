import type { OperationDescription, ParameterPlace } from "./operation-description.ts";

/** The arguments of one call, each in its place of the request. */
export interface RequestParts extends Record<ParameterPlace, Record<string, unknown>> {
  body: unknown;
}

/**
 * Splits the flat arguments of a call by where the documentation puts them.
 *
 * @throws TypeError if a name is not documented, or if the path lacks a parameter.
 */
export function splitArguments(
  operation: OperationDescription,
  args: Readonly<Record<string, unknown>>,
): RequestParts {
  const parts: RequestParts = { path: {}, query: {}, header: {}, cookie: {}, body: undefined };
  const members: Record<string, unknown> = {};

  for (const [name, value] of Object.entries(args)) {
    const place = placeOf(operation, name);
    if (!place)
      throw new TypeError(`${operation.id} has no argument "${name}". It takes: ${knownNames(operation)}.`);
    if (value === undefined) continue;
    if (place === "body") parts.body = value;
    else (place === "member" ? members : parts[place])[name] = value;
  }

  for (const [name, place] of Object.entries(operation.parameters)) {
    if (place !== "path" || (parts.path[name] ?? null) !== null) continue;
    throw new TypeError(
      `${operation.id} needs the argument "${name}": it is part of the path ${operation.path}.`,
    );
  }

  if (operation.body?.members && (operation.body.required || Object.keys(members).length > 0)) {
    parts.body = members;
  }
  return parts;
}

function placeOf(
  { parameters, body }: OperationDescription,
  name: string,
): ParameterPlace | "body" | "member" | undefined {
  // `hasOwn`, since `constructor` is an argument's name like any other.
  if (Object.hasOwn(parameters, name)) return parameters[name];
  if (body?.members) return body.members.includes(name) ? "member" : undefined;
  return body && name === "body" ? "body" : undefined;
}

function knownNames({ parameters, body }: OperationDescription): string {
  const names = [...Object.keys(parameters), ...(body ? (body.members ?? ["body"]) : [])];
  return names.join(", ") || "none";
}
