import { readFile } from "node:fs/promises";
import { TeachingError } from "../teaching-error.ts";
import type { Fetch } from "../wire/record-fetch.ts";
import type { Environment } from "./environment.ts";
import { readCertificates } from "./read-certificates.ts";

/** How a service is reached. */
export interface TransportOptions {
  /** Path of the certificates to trust besides the usual ones, as PEM. */
  readonly ca?: string;
  /** Path of the certificate that shows who we are, as PEM. */
  readonly cert?: string;
  /** Path of its private key, as PEM. */
  readonly key?: string;
  /** Whether any certificate is taken, also that of an impostor. */
  readonly insecure?: boolean;
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
  const { ca, cert, key, insecure, env = process.env } = options;
  const hasProxy = PROXIES.some((name) => env[name]);
  if ((cert === undefined) !== (key === undefined))
    throw halfOfAPair(cert === undefined ? "--cert" : "--key");
  if (!ca && !cert && !insecure && !hasProxy) return { fetch: globalThis.fetch, close: async () => {} };
  const { Agent, EnvHttpProxyAgent, fetch } = await loadUndici();
  const passphrase = env.SETTLED_KEY_PASSPHRASE;
  const tls = {
    ...(ca !== undefined && { ca: [...(await trusted()), await readCertificates(ca)] }),
    ...(cert !== undefined && { cert: await readPem(cert, "--cert") }),
    ...(key !== undefined && { key: await readPem(key, "--key") }),
    ...(passphrase && { passphrase }),
    ...(insecure && { rejectUnauthorized: false }),
  };
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

/** What is trusted anyway: to trust one more is not to trust all others no longer. */
async function trusted(): Promise<readonly string[]> {
  const { getCACertificates, rootCertificates } = await import("node:tls");
  // Node 22.15 and newer know of NODE_EXTRA_CA_CERTS and the system's own, too.
  return getCACertificates?.("default") ?? rootCertificates;
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

async function readPem(file: string, where: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const expected = "the path of a PEM file";
    throw new TeachingError({ what: `cannot read ${file}: ${code}`, where, expected }, { cause });
  }
}

function halfOfAPair(missing: string): TeachingError {
  return new TeachingError({
    what: "a client certificate needs its private key",
    where: missing,
    expected: "--cert and --key, both PEM; a passphrase comes from SETTLED_KEY_PASSPHRASE",
    example: "--cert client.pem --key client.key",
  });
}
