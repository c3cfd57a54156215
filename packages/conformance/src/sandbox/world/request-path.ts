import type { Received } from "../received.ts";
import type { Said } from "./said.ts";

/** The path of a request with what fills it, where something does. */
export function pathOf({ operation, arguments: { path } }: Received): string | undefined {
  if (!operation.path.includes("{")) return undefined;
  return operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
}

/** The argument that such a path ends with. */
export function pathArgument(said: readonly Said[]): Said {
  const last = said.filter(({ place }) => place === "path").at(-1);
  return last ?? { name: "path", plain: "path", place: "path", value: "" };
}
