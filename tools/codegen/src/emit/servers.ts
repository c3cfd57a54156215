import { Call } from "../describe/expression.ts";
import { placeholderOf } from "../describe/servers.ts";
import type { ServerObject } from "../spec/document.ts";

/** A server without what is only to be read, and without a default that no one is to be sent to. */
export function serverDescription(server: ServerObject): object {
  const { url, variables } = server;
  if (!variables) return { url };
  const placeholder = placeholderOf(server);
  const entries = Object.entries(variables).map(([name, { default: value }]) => [
    name,
    name === placeholder ? "" : value,
  ]);
  return new Call("serverTemplate", { url, variables: Object.fromEntries(entries) });
}
