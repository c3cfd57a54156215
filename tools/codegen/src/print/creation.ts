import { authFactory } from "../describe/auth-factory.ts";
import type { Service } from "../describe/service.ts";
import type { SecuritySchemeObject, ServerObject } from "../spec/document.ts";
import { printLiteral } from "./literal.ts";

/** The call that creates a client, for examples: authenticated by the document's first scheme. */
export function printCreation(service: Service): string {
  const [scheme] = Object.values(service.securitySchemes);
  const options = [
    ...printServer(service.servers[0]),
    ...(scheme ? [`auth: ${printCredential(scheme)}`] : []),
  ];
  if (options.length === 0) return "createClient()";
  const flat = `createClient({ ${options.join(", ")} })`;
  // Room for the declaration of the constant before it.
  if (flat.length < 80) return flat;
  return `createClient({
${options
  .map(
    (option) => `  ${option},
`,
  )
  .join("")}})`;
}

/** Whether the example leaves the making of the credentials to a function of the reader's. */
export function needsSigner(service: Service): boolean {
  const [scheme] = Object.values(service.securitySchemes);
  return scheme !== undefined && authFactory(scheme) === "authorization";
}

/** RFC 2606: a host below example.com stands for one's own, which only `baseUrl` can name. */
function printServer(server: ServerObject | undefined): string[] {
  const variables = Object.entries(server?.variables ?? {}).map(
    ([name, variable]) => [name, variable.default] as const,
  );
  if (!server || variables.length === 0) return [];
  const url = variables.reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), server.url);
  if (/^https?:\/\/([^/]+\.)?example\.com(\/|$)/.test(url)) return [`baseUrl: ${JSON.stringify(url)}`];
  return [`server: { variables: ${printLiteral(Object.fromEntries(variables))} }`];
}

function printCredential(scheme: SecuritySchemeObject): string {
  const factory = authFactory(scheme);
  if (factory === "basic") return 'basic("user", "password")';
  if (factory === "authorization") return `authorization(${JSON.stringify(scheme.scheme)}, sign)`;
  return `${factory}("token")`;
}
