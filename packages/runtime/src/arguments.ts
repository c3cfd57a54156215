import type { OperationDescription } from "./operation-description.ts";
import type { ParameterPlace } from "./write/place.ts";

/** The arguments of one call, each in its place of the request. */
export interface RequestParts {
  /** All places that the operation has. */
  readonly placed: ReadonlyMap<ParameterPlace, Record<string, unknown>>;
  readonly body: unknown;
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
  const placed = new Map<ParameterPlace, Record<string, unknown>>();
  for (const place of new Set(Object.values(parameters))) placed.set(place, {});
  const members: Record<string, unknown> = {};
  const inBody = body ? (body.members ?? ["body"]) : [];

  for (const [name, value] of Object.entries(args)) {
    // `hasOwn`, since `constructor` is an argument's name like any other.
    const place = Object.hasOwn(parameters, name) && placed.get(parameters[name] as ParameterPlace);
    if (!place && !inBody.includes(name)) {
      const known = [...Object.keys(parameters), ...inBody].join(", ") || "none";
      throw new TypeError(`${id} has no argument "${name}". It takes: ${known}.`);
    }
    if (value !== undefined) (place || members)[name] = value;
  }
  const isGiven = body?.required || Object.keys(members).length > 0;
  return { placed, body: body?.members ? (isGiven ? members : undefined) : members.body };
}
