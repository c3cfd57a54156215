import { exampleUrl, needsBaseUrl, placeholderOf } from "../describe/servers.ts";
import type { Service } from "../describe/service.ts";
import type { ServerObject } from "../spec/document.ts";
import { printFirstCredential } from "./credential.ts";
import { printLiteral } from "./literal.ts";

/** The call that creates a client, for examples. */
export function printCreation(service: Service): string {
  return printCall("createClient", service);
}

/** The option, if any, that an example must give beside those that it is about: `baseUrl: "https://…", `. */
export function printNeeded({ servers }: Service): string {
  return needsBaseUrl(servers) ? `${printServer(servers[0])}, ` : "";
}

/** The call that makes a connection, for examples. */
export function printConnection(service: Service): string {
  return printCall("connect", service);
}

function printCall(factory: string, service: Service): string {
  const credential = printFirstCredential(service);
  const options = [...printServer(service.servers[0]), ...(credential ? [`auth: ${credential.code}`] : [])];
  if (options.length === 0) return `${factory}()`;
  const flat = `${factory}({ ${options.join(", ")} })`;
  // Room for the declaration of the constant before it.
  if (flat.length < 80) return flat;
  return `${factory}({\n${options.map((option) => `  ${option},\n`).join("")}})`;
}

/** A host of one's own is what only `baseUrl` can name. */
function printServer(server: ServerObject | undefined): string[] {
  const variables = Object.entries(server?.variables ?? {}).map(
    ([name, variable]) => [name, variable.default] as const,
  );
  if (!server || variables.length === 0) return [];
  if (placeholderOf(server)) return [`baseUrl: ${JSON.stringify(exampleUrl(server))}`];
  return [`server: { variables: ${printLiteral(Object.fromEntries(variables))} }`];
}
