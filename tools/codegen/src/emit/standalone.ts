import { isPolled } from "../describe/long-running.ts";
import { printNeeded } from "../print/creation.ts";
import { header } from "../print/header.ts";
import { printNamed } from "../print/named.ts";
import { hasOwnOptions, printOptions } from "./client-options.ts";
import type { Edition } from "./edition.ts";
import { printSharedExports } from "./shared-exports.ts";

/** src/standalone.ts: the package without the object that holds all operations, for bundles of those in use. */
export function emitStandalone({ service }: Edition): string {
  const { title, operations, sessions } = service;
  const isOwn = hasOwnOptions(service);
  const options = isOwn ? [] : ["type ClientOptions"];
  const waits = operations.some(isPolled);
  const renamed = [...waiting.map((name) => `${name} as ${name}Any`), "waitingBy"];
  const imported = [...options, "type Connection", "connect as connectTo"];
  const loggingOut = sessions.some(({ logout }) => logout) ? ["logout"] : [];
  const values = [...functions, ...loggingOut];
  const [example] = [...operations.filter(isPolled), ...operations];
  return `${header(service)}
${printNamed("import", imported, "@settled/runtime")}\
${waits ? printNamed("import", renamed, WAITING) : ""}\
${isOwn ? printNamed("import type", ["ClientOptions"], "./client.ts") : ""}\
import { service } from "./service.ts";
${waits ? printNamed("import", ["waits"], "./waits.ts") : ""}
${printSharedExports(service, { values, types: ["Connection"] })}\
${waits ? "" : printNamed("export", waiting, WAITING)}\
${printNamed("export", operations.map(({ id }) => id).sort(), "./operations.ts")}
/**
 * Says how ${title} is spoken to; each function of this module takes it first. A bundle holds the operations
 * that it names, and no others.
 *
 * @throws TypeError if an option is wrong.
 * @example
 * const result = await call(connect({ ${printNeeded(service)}auth }), ${example?.id}, args);
 */
export function connect(${printOptions(service)}): Connection {
  return connectTo(service, options);
}
${waits ? waiting.map(ownWaiting).join("") : ""}`;
}

/** Where it waits: what is imported from there is no part of the client, which loads it later. */
const WAITING = "@settled/runtime/waiting";

const functions = ["RequestError", "call", "list", "unwrap"];

const meanings: Readonly<Record<string, string>> = {
  resume: "Goes on with a wait that another process, or an earlier call, began.",
  run: "Starts something and waits until it is settled, by the documented link from the one to the other.",
  settle: "Waits until a long-running operation is settled. One that is already costs one request.",
  watch: "Waits until a long-running operation is settled, and tells of each poll.",
};

const waiting = Object.keys(meanings);

/** One that knows what waiting needs beside the descriptions; its type, and what an editor says of a call, are the runtime's. */
function ownWaiting(name: string): string {
  return `
/** ${meanings[name]} */
export const ${name}: typeof ${name}Any = /* @__PURE__ */ waitingBy(waits, ${name}Any);
`;
}
