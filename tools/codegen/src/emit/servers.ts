import { placeholderOf } from "../describe/servers.ts";
import type { ServerObject } from "../spec/document.ts";

/** A server without what is only to be read, and without a default that no one is to be sent to. */
export function serverDescription(server: ServerObject): object {
  const { url, variables } = server;
  const placeholder = placeholderOf(server);
  const entries = Object.entries(variables ?? {}).map(([name, { default: value, enum: all }]) => [
    name,
    { default: name === placeholder ? undefined : value, enum: all },
  ]);
  return { url, variables: variables && Object.fromEntries(entries) };
}
