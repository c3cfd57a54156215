import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { TeachingError } from "../teaching-error.ts";

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * Reads the certificates to trust. What holds none would be taken without a word, and the service be called unreachable.
 *
 * @throws TeachingError when the file cannot be read, or holds no certificate as PEM, or a broken one.
 */
export async function readCertificates(file: string): Promise<string> {
  const expected = "a file with one or more certificates, as PEM: -----BEGIN CERTIFICATE-----";
  const refuse = (what: string, cause?: unknown) =>
    new TeachingError({ what, where: "--ca", expected }, { cause });
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw refuse(`cannot read ${file}: ${cause.code}`, cause);
  });
  const blocks = text.match(CERTIFICATE) ?? [];
  if (blocks.length === 0) throw refuse(`${file} holds no certificate`);
  try {
    for (const block of blocks) new X509Certificate(block);
  } catch (cause) {
    throw refuse(`${file} holds a broken certificate`, cause);
  }
  return text;
}
