import type { WireRequest } from "../wire-request.ts";
import { canonicalRequest } from "./canonical-request.ts";
import type { Hashing } from "./hashing.ts";
import type { HeldKey } from "./read-access-key.ts";
import type { SignatureDescription } from "./signature-description.ts";
import { whenKnown } from "./when-known.ts";

/**
 * Signs a request in place: sets the headers that the description names, and `authorization`. With Node's hashing it has
 * done so when it returns; with that of the web when its promise resolves.
 *
 * @param scheme - the name of the HTTP authentication scheme, as documented
 * @param at.now - the time of signing in milliseconds since 1970
 * @param at.nonce - what no other request has; random if it is not given
 * @throws TypeError if the body is FormData, or if the platform cannot hash.
 */
export function signRequest(
  hashing: Hashing,
  request: WireRequest,
  signature: SignatureDescription,
  scheme: string,
  key: HeldKey,
  at: { readonly now: number; readonly nonce?: string },
): void | Promise<void> {
  const { sha256, randomId } = hashing;
  const { headers, body } = request;
  if (body instanceof FormData) {
    throw new TypeError(
      "FormData cannot be signed: its bytes are made up only when it is sent. Send those of new Response(form).",
    );
  }
  return whenKnown(sha256(body ?? ""), (bodyHash) => {
    const { securityToken } = key;
    const date = signature.date.write(at.now);
    const set = (name: string | undefined, value: string | undefined) => {
      if (name && value) headers[name] = value;
    };
    set(signature.date.header, date);
    if (signature.nonce) set(signature.nonce, at.nonce ?? randomId());
    set(signature.contentHash, bodyHash);
    set(signature.securityToken, securityToken);
    set(signature.temporaryKeyId, securityToken && key.accessKeyId);

    const { text, signedHeaders } = canonicalRequest(request, signature, bodyHash);
    return whenKnown(sha256(text), (digest) => {
      const toSign = `${scheme}\n${signature.dateInString ? `${date}\n` : ""}${digest}`;
      return whenKnown(key.hmac(hashing)(toSign), (signed) => {
        const { keyId, separator } = signature;
        headers.authorization = `${scheme} ${keyId}=${key.accessKeyId}${separator}SignedHeaders=${signedHeaders}${separator}Signature=${signed}`;
      });
    });
  });
}
