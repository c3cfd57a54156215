import { exampleUrl, needsBaseUrl } from "../describe/servers.ts";
import type { Service } from "../describe/service.ts";
import { serverOption } from "./server-option.ts";

/**
 * Whether the options of a client are other than the runtime's: its media types tell releases apart, or it has no
 * address, or several.
 */
export function hasOwnOptions(service: Service): boolean {
  const { mediaTypeVersion, servers } = service;
  return mediaTypeVersion !== undefined || needsBaseUrl(servers) || serverOption(service) !== "";
}

/** They may be left out, unless one of them is needed. */
export function printOptions({ servers }: Service): string {
  return needsBaseUrl(servers) ? "options: ClientOptions" : "options: ClientOptions = {}";
}

/** The options of a client, if they are its own. */
export function clientOptions(service: Service): string {
  if (!hasOwnOptions(service)) return "";
  const { mediaTypeVersion, servers } = service;
  const baseUrl = needsBaseUrl(servers)
    ? `  /** Where the service is, an absolute http or https URL: \`"${servers[0] && exampleUrl(servers[0])}"\`. */
  readonly baseUrl: string;
`
    : "";
  return `/** What a client is created with. */
export interface ClientOptions extends Options {
${baseUrl}${serverOption(service)}${mediaTypeVersion ? version(mediaTypeVersion) : ""}}
`;
}

function version({ default: written, versions }: NonNullable<Service["mediaTypeVersion"]>): string {
  return `  /**
   * The release whose media types are sent and asked for; by default ${JSON.stringify(written)}, for which the
   * types of this package are written.
   */
  readonly version?: ${versions.map((one) => JSON.stringify(one)).join(" | ")} | undefined;
`;
}
