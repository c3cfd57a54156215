import { assertOptions, kindOf, type Shape } from "./assert-options.ts";
import type { ClientOptions } from "./client-options.ts";
import { isObject } from "./is-object.ts";
import type { OperationsLater } from "./operation-description.ts";
import type { ListedValues, ServiceDescription } from "./service-description.ts";

const SHAPES: Readonly<Record<string, Shape>> = {
  variables: [isObject, 'names and texts. Example: { region: "north" }'],
};

/**
 * Holds the variables that are given against those of the chosen server and of the servers that operations have.
 *
 * @throws TypeError if one is unknown, not documented, or would lead elsewhere.
 */
export function checkServer(
  { servers }: ServiceDescription,
  operations: OperationsLater,
  { baseUrl, server: choice }: ClientOptions,
  listed: ListedValues,
): void {
  if (choice !== undefined) assertOptions(choice, ["index", "variables"], SHAPES, "server.");
  const { index = 0, variables = {} } = choice ?? {};
  const chosen = servers[index];
  // One that is made later has no server of its own.
  const made = Object.values(operations).flatMap((one) => (typeof one === "function" ? [] : [one]));
  const others = new Set(made.flatMap(({ ownServer }) => (ownServer ? [ownServer.server] : [])));
  const all = [...(chosen ? [chosen] : []), ...others];
  const known = new Set(all.flatMap((server) => Object.keys(server.variables ?? {})));
  for (const name of Object.keys(variables)) {
    if (known.has(name) || baseUrl !== undefined) continue;
    throw new TypeError(
      `${chosen?.url} has no variable "${name}". It has: ${[...known].join(", ") || "none"}.`,
    );
  }
  for (const [name, value] of Object.entries<unknown>(variables)) checkVariable(name, value);
  for (const { url } of all) checkListed(listed.variables?.[url] ?? {}, variables);
}

/** A whole URL where a host is meant, or what would lead to another host. */
function checkVariable(name: string, value: unknown): void {
  if (value === undefined || (typeof value === "string" && !/[\s/?#@\\]/.test(value))) return;
  throw new TypeError(
    `server.variables.${name} is ${typeof value === "string" ? JSON.stringify(value) : kindOf(value)}. It takes a text without white space, /, ?, #, @ and \\. A whole URL goes to baseUrl.`,
  );
}

// OAS 3.1.1 §4.8.6: the enum is there "if the substitution options are from a limited set".
function checkListed(
  variables: Readonly<Record<string, readonly string[]>>,
  given: Readonly<Record<string, string | undefined>>,
): void {
  for (const [name, listed] of Object.entries(variables)) {
    const value = given[name];
    if (value === undefined || listed.includes(value)) continue;
    throw new TypeError(`server.variables.${name} is "${value}". Documented are: ${listed.join(", ")}.`);
  }
}
