import type { Service } from "../describe/service.ts";

/** The options of a client whose media types tell releases apart; otherwise they are the runtime's. */
export function clientOptions({ mediaTypeVersion }: Service): string {
  if (!mediaTypeVersion) return "";
  const versions = mediaTypeVersion.versions.map((version) => JSON.stringify(version)).join(" | ");
  return `/** What a client is created with. */
export interface ClientOptions extends Options {
  /**
   * The release whose media types are sent and asked for; by default ${JSON.stringify(mediaTypeVersion.default)}, for which the
   * types of this package are written.
   */
  readonly version?: ${versions} | undefined;
}
`;
}
