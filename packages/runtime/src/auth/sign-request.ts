import { hmacSha256, randomId, sha256 } from "#hash";
import type { WireRequest } from "../wire-request.ts";
import type { AccessKey } from "./access-key.ts";
import { canonicalRequest } from "./canonical-request.ts";
import type { SignatureDescription } from "./signature-description.ts";
import { whenKnown } from "./when-known.ts";

/**
 * Signs a request in place: sets the headers that the description names, and `authorization`. On Node it has done so
 * when it returns; elsewhere when its promise resolves.
 *
 * @param scheme - the name of the HTTP authentication scheme, as documented
 * @param at.now - the time of signing in milliseconds since 1970
 * @param at.nonce - what no other request has; random if it is not given
 * @throws TypeError if the body is FormData, or if the platform cannot hash.
 */
export function signRequest(
  request: WireRequest,
  signature: SignatureDescription,
  scheme: string,
  key: AccessKey,
  at: { readonly now: number; readonly nonce?: string },
): void | Promise<void> {
  const { headers } = request;
  return whenKnown(hashBody(request.body), (bodyHash) => {
    const date = signature.date.write(at.now);
    const { securityToken } = key;
    set(headers, signature.date.header, date);
    if (signature.nonce) set(headers, signature.nonce, at.nonce ?? randomId());
    set(headers, signature.contentHash, bodyHash);
    // An earlier attempt may have been signed with a temporary key.
    set(headers, signature.securityToken, securityToken);
    set(headers, signature.temporaryKeyId, securityToken && key.accessKeyId);

    const { text, signedHeaders } = canonicalRequest(request, signature, bodyHash);
    return whenKnown(sha256(text), (digest) => {
      const toSign = `${scheme}\n${signature.dateInString ? `${date}\n` : ""}${digest}`;
      return whenKnown(hmacOf(key)(toSign), (signed) => {
        const { keyId, separator } = signature;
        headers.authorization = `${scheme} ${keyId}=${key.accessKeyId}${separator}SignedHeaders=${signedHeaders}${separator}Signature=${signed}`;
      });
    });
  });
}

// Most requests have no body.
let hashOfNothing = "";

function hashBody(body: WireRequest["body"]): string | Promise<string> {
  if (body === undefined) {
    return (
      hashOfNothing ||
      whenKnown(sha256(""), (hash) => {
        hashOfNothing = hash;
        return hash;
      })
    );
  }
  if (typeof body === "string" || ArrayBuffer.isView(body)) return sha256(body);
  if ("arrayBuffer" in body) return body.arrayBuffer().then((bytes) => sha256(new Uint8Array(bytes)));
  throw new TypeError(
    "FormData cannot be signed: its bytes are made up only when it is sent. Send those of new Response(form).",
  );
}

function set(headers: WireRequest["headers"], name: string | undefined, value: string | undefined): void {
  if (!name) return;
  if (value) headers[name] = value;
  else if (name in headers) delete headers[name];
}

type Hmac = ReturnType<typeof hmacSha256>;

// To make the platform's key anew for each request would take longer than to sign.
const hmacs = new WeakMap<AccessKey, Hmac>();

function hmacOf(key: AccessKey): Hmac {
  const known = hmacs.get(key);
  if (known) return known;
  const hmac = hmacSha256(key.accessKeySecret);
  hmacs.set(key, hmac);
  return hmac;
}
