import { readFile } from "node:fs/promises";
import { TeachingError } from "../teaching-error.ts";
import type { Environment } from "./environment.ts";
import { readCertificates } from "./read-certificates.ts";

/** What is trusted, and shown, where a connection is secured. */
export interface TlsOptions {
  /** Path of the certificates to trust besides the usual ones, as PEM. */
  readonly ca?: string;
  /** Path of the certificate that shows who we are, as PEM. */
  readonly cert?: string;
  /** Path of its private key, as PEM; a passphrase comes from `SETTLED_KEY_PASSPHRASE`. */
  readonly key?: string;
  /** Whether any certificate is taken, also that of an impostor. */
  readonly insecure?: boolean;
}

/** The same, as Node takes it. */
export interface Tls {
  readonly ca?: string[];
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  readonly rejectUnauthorized?: false;
}

/**
 * Reads the files that TLS options name.
 *
 * @throws TeachingError when a file cannot be read, or only one of certificate and key is given.
 */
export async function loadTls(
  { ca, cert, key, insecure }: TlsOptions,
  env: Environment = process.env,
): Promise<Tls> {
  if ((cert === undefined) !== (key === undefined))
    throw halfOfAPair(cert === undefined ? "--cert" : "--key");
  const passphrase = env.SETTLED_KEY_PASSPHRASE;
  return {
    ...(ca !== undefined && { ca: [...(await trusted()), await readCertificates(ca)] }),
    ...(cert !== undefined && { cert: await readPem(cert, "--cert") }),
    ...(key !== undefined && { key: await readPem(key, "--key") }),
    ...(passphrase && { passphrase }),
    ...(insecure && { rejectUnauthorized: false }),
  };
}

/** What is trusted anyway: to trust one more is not to trust all others no longer. */
async function trusted(): Promise<readonly string[]> {
  const { getCACertificates, rootCertificates } = await import("node:tls");
  // Node 22.15 and newer know of NODE_EXTRA_CA_CERTS and the system's own, too.
  return getCACertificates?.("default") ?? rootCertificates;
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
