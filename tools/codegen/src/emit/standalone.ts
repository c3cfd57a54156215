import { isPolled } from "../describe/long-running.ts";
import { header } from "../print/header.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { printSharedExports } from "./shared-exports.ts";

/** src/standalone.ts: the package without the object that holds all operations, for bundles of those in use. */
export function emitStandalone({ service }: Edition): string {
  const { title, operations, mediaTypeVersion } = service;
  const options = mediaTypeVersion ? [] : ["type ClientOptions"];
  const [example] = [...operations.filter(isPolled), ...operations];
  return `${header(service)}
import { ${[...options, "type Connection", "connect as connectTo"].join(", ")} } from "@settled/runtime";
${mediaTypeVersion ? printNamed("import type", ["ClientOptions"], "./client.ts") : ""}\
import { service } from "./service.ts";

${printSharedExports(service, { values: functions, types: ["Connection"] })}\
${printNamed("export", operations.map(({ id }) => id).sort(), "#operations")}
/**
 * Says how ${title} is spoken to; each function of this module takes it first. A bundle holds the operations
 * that it names, and no others.
 *
 * @throws TypeError if an option is wrong.
 * @example
 * \`\`\`ts
 * const result = await call(connect({ auth }), ${example?.id}, args);
 * \`\`\`
 */
export function connect(options: ClientOptions = {}): Connection {
  return connectTo(service, options);
}
`;
}

const functions = ["RequestError", "call", "list", "resume", "run", "settle", "unwrap", "watch"];
