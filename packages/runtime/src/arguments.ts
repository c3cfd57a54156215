import type { OperationDescription, ParameterPlace } from "./operation-description.ts";

/** The arguments of one call, each in its place of the request. */
export interface RequestParts extends Record<ParameterPlace, Record<string, unknown>> {
  body: unknown;
}

/**
 * Splits the flat arguments of a call by where the documentation puts them.
 *
 * @throws TypeError if a name is not documented.
 */
export function splitArguments(
  { id, parameters, body }: OperationDescription,
  args: Readonly<Record<string, unknown>>,
): RequestParts {
  const parts: RequestParts = { path: {}, query: {}, header: {}, cookie: {}, body: undefined };
  const members: Record<string, unknown> = {};
  const inBody = body ? (body.members ?? ["body"]) : [];

  for (const [name, value] of Object.entries(args)) {
    // `hasOwn`, since `constructor` is an argument's name like any other.
    const place = Object.hasOwn(parameters, name) && parameters[name];
    if (!place && !inBody.includes(name)) {
      const known = [...Object.keys(parameters), ...inBody].join(", ") || "none";
      throw new TypeError(`${id} has no argument "${name}". It takes: ${known}.`);
    }
    if (value !== undefined) (place ? parts[place] : members)[name] = value;
  }

  if (!body?.members) parts.body = members.body;
  else if (body.required || Object.keys(members).length > 0) parts.body = members;
  return parts;
}
