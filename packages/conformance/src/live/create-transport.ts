import { TeachingError } from "../teaching-error.ts";
import type { Fetch } from "../wire/record-fetch.ts";
import type { Environment } from "./environment.ts";
import { loadTls, type TlsOptions } from "./load-tls.ts";

/** How a service is reached. */
export interface TransportOptions extends TlsOptions {
  /** `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY`, in either case, and `SETTLED_KEY_PASSPHRASE`. */
  readonly env?: Environment;
}

/** A way to a service. */
export interface Transport {
  readonly fetch: Fetch;
  close(): Promise<void>;
}

const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"];

/**
 * A `fetch` that trusts, shows and passes what it is told to. Answers come as they are, redirects too.
 *
 * @throws TeachingError when a file cannot be read, or only one of certificate and key is given.
 */
export async function createTransport(options: TransportOptions): Promise<Transport> {
  const { ca, cert, insecure, env = process.env } = options;
  const hasProxy = PROXIES.some((name) => env[name]);
  const tls = await loadTls(options, env);
  if (!ca && !cert && !insecure && !hasProxy) return { fetch: globalThis.fetch, close: async () => {} };
  const { Agent, EnvHttpProxyAgent, fetch } = await loadUndici();
  const proxy = proxiesOf(env);
  const dispatcher = hasProxy
    ? new EnvHttpProxyAgent({ connect: tls, requestTls: tls, ...proxy } as object)
    : new Agent({ connect: tls });
  return {
    // Its `Request` is another class than the global one.
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { url, method, headers, signal, redirect } = request;
      const body = new Uint8Array(await request.arrayBuffer());
      const sent = { method, headers: [...headers] as [string, string][], signal, redirect, dispatcher };
      const answer = await fetch(url, { ...sent, ...(body.length > 0 && { body }) } as object);
      return answer as unknown as Response;
    },
    close: () => dispatcher.destroy(),
  };
}

/** The lower case wins, as with curl. */
function proxiesOf(env: Environment): Record<string, string> {
  const of = (name: string) => env[name.toLowerCase()] || env[name];
  const [httpProxy, httpsProxy, noProxy] = [of("HTTP_PROXY"), of("HTTPS_PROXY"), of("NO_PROXY")];
  return {
    ...(httpProxy && { httpProxy }),
    ...(httpsProxy && { httpsProxy }),
    ...(noProxy && { noProxy }),
  };
}

// Loaded when it is needed: most runs need neither TLS options nor a proxy.
async function loadUndici(): Promise<typeof import("undici")> {
  try {
    return await import("undici");
  } catch (cause) {
    throw new TeachingError(
      {
        what: `TLS options and proxies cannot be had here: ${(cause as Error).message.split("\n")[0]}`,
        expected: `Node 22.19 or newer, which undici asks for; this is ${process.version}`,
        example: "NODE_EXTRA_CA_CERTS=ca.pem settled check …, for a certificate to trust",
      },
      { cause },
    );
  }
}
