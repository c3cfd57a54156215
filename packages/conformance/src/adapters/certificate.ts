/** What a server proves itself with. */
export interface Certificate {
  /** Its private key, as PEM. */
  readonly key: string;
  /** The certificate, as PEM: callers trust it as it is, since nobody else vouches for it. */
  readonly cert: string;
}

const DAY = 86_400_000;
/** In days. */
const LIFETIME = 30;

/**
 * Makes a certificate for this machine's loopback addresses. It is no authority: whoever trusts it trusts this one
 * server. Strict verifiers (RFC 5280 §4.2.1) take it, too.
 */
export async function createCertificate(): Promise<Certificate> {
  // Loaded when it is needed: nearly nobody does.
  const { generate } = await import("selfsigned");
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    // Clocks differ.
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + LIFETIME * DAY),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return { key, cert };
}
