import { EXAMPLE } from "./base-url.ts";
import type { ServerDescription } from "./service-description.ts";

/**
 * A server whose URL has variables (OAS 3.1.1 §4.8.5), and how they are filled: with the values that are given, or else
 * with their defaults.
 */
export function serverTemplate(server: Omit<ServerDescription, "fill">): ServerDescription {
  const { url, variables = {} } = server;
  const refuse = (name: string) => {
    throw new TypeError(`baseUrl is missing: only you know the {${name}} of ${url}. ${EXAMPLE}`);
  };
  return {
    ...server,
    fill: (values = {}, unknown = refuse) =>
      url.replace(
        /\{([^{}]+)\}/g,
        (_, name: string) => (values[name] ?? variables[name]?.default) || unknown(name),
      ),
  };
}
