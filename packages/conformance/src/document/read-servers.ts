import type { Server } from "./document.ts";
import { isObject, type Json } from "./json.ts";

/** The servers of a document, a path item or an operation (OAS 3.1.1 §4.8.5). */
export function readServers(servers: Json | undefined): Server[] {
  return (Array.isArray(servers) ? servers.filter(isObject) : []).map((server) => ({
    url: String(server.url),
    variables: Object.fromEntries(
      Object.entries(isObject(server.variables) ? server.variables : {}).map(([name, variable]) => [
        name,
        isObject(variable) ? String(variable.default) : "",
      ]),
    ),
  }));
}
