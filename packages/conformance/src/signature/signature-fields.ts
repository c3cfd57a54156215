import type { SignedScheme } from "./signature-rules.ts";

/**
 * The names of the query and form fields that a signature may bring with it. No operation lists them.
 *
 * @returns nothing where requests are signed in their headers alone
 * @example
 * signatureFields(scheme); // ["AcmeKeyId", "AcmeSignature", "AcmeMethod", …]
 */
export function signatureFields({ signature: { query } }: SignedScheme): readonly string[] {
  if (!query) return [];
  const { keyId, signature, method, version, date, nonce, securityToken } = query;
  return [keyId, signature, method.name, version.name, date.name, nonce, securityToken];
}
