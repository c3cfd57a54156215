import type { ServerDescription } from "./service-description.ts";

/**
 * The URL that a server's template becomes with these variables, or else with its defaults.
 *
 * @param unknown - what stands for a variable that has neither
 */
export function fillTemplate(
  { url, variables = {} }: ServerDescription,
  values: Readonly<Record<string, string>> = {},
  unknown: (name: string) => string = (name) => name,
): string {
  return url.replace(
    /\{([^{}]+)\}/g,
    (_, name: string) => (values[name] ?? variables[name]?.default) || unknown(name),
  );
}
