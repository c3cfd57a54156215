import type { SignedScheme } from "./signature-rules.ts";

/** What `Authorization` says of a signed request. */
export interface SignedAuthorization {
  readonly keyId: string;
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits. */
  readonly signature: string;
}

/**
 * Writes `Authorization`.
 *
 * @example
 * "ACME-HMAC-SHA256 Credential=key,SignedHeaders=host;x-acme-date,Signature=0f…"
 */
export function formatAuthorization(
  { scheme, signature: { keyId, separator } }: SignedScheme,
  authorization: SignedAuthorization,
): string {
  const parts = [
    `${keyId}=${authorization.keyId}`,
    `SignedHeaders=${authorization.signedHeaders.join(";")}`,
    `Signature=${authorization.signature}`,
  ];
  return `${scheme} ${parts.join(separator)}`;
}

/** Reads `Authorization`; `undefined` unless it is written exactly so, but for the case of the scheme's name. */
export function parseAuthorization(signed: SignedScheme, value: string): SignedAuthorization | undefined {
  const end = value.indexOf(" ");
  if (value.slice(0, end).toLowerCase() !== signed.scheme.toLowerCase()) return undefined;
  const { keyId, separator } = signed.signature;
  const [id, headers, signature, ...others] = value.slice(end + 1).split(separator);
  const authorization = {
    keyId: partOf(keyId, id) ?? "",
    signedHeaders: namesIn(partOf("SignedHeaders", headers) ?? ""),
    signature: partOf("Signature", signature) ?? "",
  };
  const isWhole = authorization.keyId !== "" && /^[0-9a-f]{64}$/.test(authorization.signature);
  return isWhole && others.length === 0 && headers !== undefined ? authorization : undefined;
}

function partOf(name: string, part = ""): string | undefined {
  return part.startsWith(`${name}=`) ? part.slice(name.length + 1) : undefined;
}

let last: { readonly list: string; readonly names: readonly string[] } = { list: "", names: [""] };

/** Whoever sends many requests signs the same headers of each. */
function namesIn(list: string): readonly string[] {
  if (list !== last.list) last = { list, names: list.split(";") };
  return last.names;
}
