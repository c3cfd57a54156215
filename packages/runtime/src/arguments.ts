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
  id: string,
  operation: OperationDescription,
  args: Readonly<Record<string, unknown>>,
): RequestParts {
  const parts: RequestParts = { path: {}, query: {}, header: {}, cookie: {}, body: undefined };
  const members: Record<string, unknown> = {};

  for (const [name, value] of Object.entries(args)) {
    const place = placeOf(operation, name);
    if (!place) throw unknownArgument(id, operation, name);
    if (value === undefined) continue;
    if (place === "body") parts.body = value;
    else if (place === "member") members[name] = value;
    else parts[place][name] = value;
  }

  for (const [name, place] of Object.entries(operation.parameters)) {
    if (place === "path" && (parts.path[name] ?? null) === null) throw missingArgument(id, operation, name);
  }

  if (operation.body?.members && (operation.body.required || Object.keys(members).length > 0)) {
    parts.body = members;
  }
  return parts;
}

function placeOf(
  operation: OperationDescription,
  name: string,
): ParameterPlace | "body" | "member" | undefined {
  // `hasOwn`, since `constructor` is an argument's name like any other.
  if (Object.hasOwn(operation.parameters, name)) return operation.parameters[name];
  if (!operation.body) return undefined;
  if (!operation.body.members) return name === "body" ? "body" : undefined;
  return operation.body.members.includes(name) ? "member" : undefined;
}

function unknownArgument(id: string, operation: OperationDescription, name: string): TypeError {
  return new TypeError(`${id} has no argument "${name}". It takes: ${knownNames(operation)}.`);
}

function missingArgument(id: string, operation: OperationDescription, name: string): TypeError {
  return new TypeError(`${id} needs the argument "${name}": it is part of the path ${operation.path}.`);
}

function knownNames({ parameters, body }: OperationDescription): string {
  const names = [...Object.keys(parameters), ...(body ? (body.members ?? ["body"]) : [])];
  return names.length > 0 ? names.join(", ") : "none";
}
