import { Expression } from "../describe/expression.ts";
import type { Signature } from "../spec/security-scheme.ts";

/** How requests are signed, as the runtime needs it: header names, which are known in any case, in lower case. */
export function signatureDescription(signature: Signature): object {
  const { keyId, separator, date, dateInString, nonce, contentHash, securityToken, temporaryKeyId } =
    signature;
  return {
    keyId,
    separator,
    date: { header: date.header.toLowerCase(), write: new Expression(`${date.format}Date`) },
    dateInString,
    nonce: nonce?.toLowerCase(),
    contentHash: contentHash?.toLowerCase(),
    securityToken: securityToken.toLowerCase(),
    temporaryKeyId: temporaryKeyId?.toLowerCase(),
    headers: signature.headers.map((name) => name.toLowerCase()),
    endPath: signature.trailingSlash && new Expression("withSlash"),
  };
}
