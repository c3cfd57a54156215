import type { OperationDescription } from "./operation-description.ts";
import type { ParameterPlace } from "./write/place.ts";

/** The arguments of a call by their places in the request; all places are there that the operation has. */
export type PlacedArguments = ReadonlyMap<ParameterPlace, Record<string, unknown>>;

/**
 * Splits the flat arguments of a call by where the documentation puts them.
 *
 * @throws TypeError if a name is not documented.
 */
export function placeArguments(
  { id, parameters }: OperationDescription,
  args: Readonly<Record<string, unknown>>,
): PlacedArguments {
  const placed = new Map<ParameterPlace, Record<string, unknown>>();
  // No list is made of what may be dozens of parameters, at each call.
  for (const name in parameters) {
    const place = parameters[name] as ParameterPlace;
    if (!placed.has(place)) placed.set(place, {});
  }
  for (const name of Object.keys(args)) {
    const value = args[name];
    // What objects inherit, as `constructor`, is no place.
    const place = placed.get(parameters[name] as ParameterPlace);
    if (!place) {
      const known = Object.keys(parameters).join(", ") || "none";
      throw new TypeError(`${id} has no argument "${name}". It takes: ${known}.`);
    }
    if (value !== undefined) place[name] = value;
  }
  return placed;
}
