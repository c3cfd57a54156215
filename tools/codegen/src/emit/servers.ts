import type { ServerObject } from "../spec/document.ts";

/** A server without what is only to be read. */
export function serverDescription({ url, variables }: ServerObject): object {
  const entries = Object.entries(variables ?? {}).map(([name, { default: value, enum: all }]) => [
    name,
    { default: value, enum: all },
  ]);
  return { url, variables: variables && Object.fromEntries(entries) };
}
