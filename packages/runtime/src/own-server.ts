import { assertAbsolute, serverUrl } from "./base-url.ts";
import type { ClientOptions } from "./client-options.ts";
import { matchTemplate } from "./match-template.ts";
import type { ServerDescription, ServiceDescription } from "./service-description.ts";

/** A server that an operation has of its own. */
export interface OwnServer {
  readonly server: ServerDescription;
  /** Its URL, seen from the servers of the service and from where the user says that it is. */
  from(service: ServiceDescription, options: ClientOptions): string;
}

/**
 * The server of an operation that does not go where the others go. Its variables are those of the client's choice.
 * If `baseUrl` is one of the documented servers, its variables tell too. Otherwise whatever stands there, a proxy or
 * a sandbox, serves them all, each under its own path.
 */
export function ownServer(server: ServerDescription): OwnServer {
  return {
    server,
    from({ servers }, { baseUrl: given, server: choice }) {
      if (given === undefined) return serverUrl(server, choice?.variables);
      const baseUrl = assertAbsolute(given);
      const matches = servers.map(({ url }) => matchTemplate(url, baseUrl));
      const found = matches.find((match) => match !== undefined);
      const values = { ...choice?.variables, ...found };
      if (found) return serverUrl(server, values);
      // Its path alone counts, so whatever fills its host.
      const { pathname } = new URL((server.fill?.(values) ?? server.url).replace(/[{}]/g, ""), baseUrl);
      return assertAbsolute(new URL(baseUrl).origin + pathname);
    },
  };
}
