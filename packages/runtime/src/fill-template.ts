import type { ServerDescription } from "./service-description.ts";

/** The URL that a server's template becomes with these variables, or else with its defaults, or else with their names. */
export function fillTemplate(
  { url, variables = {} }: ServerDescription,
  values: Readonly<Record<string, string>>,
): string {
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => values[name] ?? variables[name]?.default ?? name);
}
