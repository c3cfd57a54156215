import { isObject, type JsonObject, listOf } from "../json.ts";
import type { Operation } from "../openapi/operations-of.ts";
import { expressionsIn } from "./expressions-in.ts";

/** What the user gives to log in one way: what its arguments stand for, and for HTTP Basic name and password. */
export function inputsOf(root: JsonObject, way: JsonObject, login: Operation | undefined): string[] {
  const basic = login && asksForBasic(root, login) ? ["username", "password"] : [];
  const named = expressionsIn(way.arguments).flatMap(({ text }) => inputName(text) ?? []);
  return [...new Set([...basic, ...named])];
}

/** The name in `$inputs.name` (as in Arazzo 1.0), which has to do for a member in the client's language. */
export function inputName(text: string): string | undefined {
  return /^\$inputs\.([A-Za-z_][A-Za-z0-9_]*)$/u.exec(text)?.[1];
}

function asksForBasic(root: JsonObject, { node }: Operation): boolean {
  const components = isObject(root.components) ? root.components : {};
  const schemes = isObject(components.securitySchemes) ? components.securitySchemes : {};
  return listOf(node.security ?? root.security).some((requirement) =>
    Object.keys(isObject(requirement) ? requirement : {}).some((name) => {
      const scheme = schemes[name];
      return isObject(scheme) && scheme.type === "http" && String(scheme.scheme).toLowerCase() === "basic";
    }),
  );
}
