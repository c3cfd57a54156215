import type { Session } from "../spec/security-scheme.ts";

/**
 * What the user gives for a way to log in, by name: true unless the way says that it is optional. HTTP Basic asks for
 * a name and a password whatever the arguments are.
 */
export function describeInputs(
  { arguments: args = {}, optional = [] }: Pick<Session, "arguments" | "optional">,
  isBasic: boolean,
): Record<string, boolean> {
  const names = [...(isBasic ? ["username", "password"] : []), ...inputsIn(args)];
  return Object.fromEntries(names.map((name) => [name, !optional.includes(name)]));
}

/** The names in every string that is `$inputs.<name>`, as in Arazzo 1.0, in the order of the arguments. */
function inputsIn(value: unknown): string[] {
  if (typeof value === "string") return /^\$inputs\.([A-Za-z_]\w*)$/.exec(value)?.slice(1) ?? [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(inputsIn) : [];
}
