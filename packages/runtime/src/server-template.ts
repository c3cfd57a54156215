import type { ServerDescription } from "./service-description.ts";

/**
 * A server whose URL has variables (OAS 3.1.1 §4.8.5), and how they are filled: with the values that are given, or else
 * with their defaults.
 */
export function serverTemplate(server: Omit<ServerDescription, "fill">): ServerDescription {
  const { url, variables = {} } = server;
  return {
    ...server,
    fill: (values = {}) =>
      url.replace(/\{([^{}]+)\}/g, (open, name: string) => (values[name] ?? variables[name]) || open),
  };
}
