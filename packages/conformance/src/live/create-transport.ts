import { TeachingError } from "../teaching-error.ts";
import { takeResponse } from "../wire/fetch.ts";
import type { Send } from "../wire/send.ts";
import type { Environment } from "./environment.ts";
import { loadTls, type TlsOptions } from "./load-tls.ts";
import { sendOverNode } from "./send-over-node.ts";

/** How a service is reached. */
export interface TransportOptions extends TlsOptions {
  /** `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY`, in either case, and `SETTLED_KEY_PASSPHRASE`. */
  readonly env?: Environment;
}

/** A way to a service. */
export interface Transport {
  readonly send: Send;
  close(): Promise<void>;
}

const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"];

/**
 * Trusts, shows and passes what it is told to. Answers come as they are, redirects too.
 *
 * @throws TeachingError when a proxy is no URL, a file cannot be read, or only one of certificate and key is given.
 */
export async function createTransport(options: TransportOptions): Promise<Transport> {
  const { env = process.env } = options;
  const tls = await loadTls(options, env);
  if (!PROXIES.some((name) => env[name])) return sendOverNode(tls);
  checkProxies(env);
  const { EnvHttpProxyAgent, fetch } = await loadUndici();
  const dispatcher = new EnvHttpProxyAgent({ connect: tls, requestTls: tls, ...proxiesOf(env) } as object);
  return {
    async send({ method, url, headers, bytes, signal }) {
      const body = bytes.length > 0 && { body: bytes };
      const sent = {
        method,
        headers: [...headers] as [string, string][],
        ...body,
        ...(signal && { signal }),
      };
      return takeResponse(await fetch(url, { ...sent, redirect: "manual", dispatcher }));
    },
    close: () => dispatcher.destroy(),
  };
}

function checkProxies(env: Environment): void {
  const name = PROXIES.find((one) => env[one] && !isProxy(env[one]));
  if (name === undefined) return;
  throw new TeachingError({
    what: `${name} is no proxy`,
    where: name,
    expected: "the URL of one, http or https",
    example: `${name}=http://proxy.example:3128`,
  });
}

function isProxy(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
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

// Loaded when it is needed: most runs need no proxy.
async function loadUndici(): Promise<typeof import("undici")> {
  try {
    return await import("undici");
  } catch (cause) {
    throw new TeachingError(
      {
        what: `proxies cannot be had here: ${(cause as Error).message.split("\n")[0]}`,
        expected: `Node 22.19 or newer, which undici asks for; this is ${process.version}`,
        example: "env -u HTTPS_PROXY -u HTTP_PROXY settled check …, for a host that is reached without one",
      },
      { cause },
    );
  }
}
