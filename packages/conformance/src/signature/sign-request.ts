import type { AccessKey } from "../authentication/credentials.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import type { OutgoingRequest } from "../wire/send.ts";
import { formatAuthorization } from "./authorization.ts";
import { canonicalRequest, sha256, signatureOf } from "./canonical-request.ts";
import { formatDate } from "./date.ts";
import type { SignedScheme } from "./signature-rules.ts";
import { headersToSign } from "./signed-headers.ts";

export interface SigningOptions {
  /** When, in milliseconds since the epoch; by default now. */
  readonly at?: number;
  /** By default a random one. */
  readonly nonce?: string;
  /** What a faulty signer says of the body. */
  readonly contentHash?: string;
  /** The header that a faulty signer leaves out. */
  readonly unsigned?: string;
}

/** The same request, signed: for where no client is there to do so. */
export function signRequest(
  request: OutgoingRequest,
  signed: SignedScheme,
  key: AccessKey,
  { at = Date.now(), nonce = crypto.randomUUID(), contentHash, unsigned }: SigningOptions = {},
): OutgoingRequest {
  const rules = signed.signature;
  const headers = PlainHeaders.of(request.headers);
  headers.set(rules.date.header, formatDate(at, rules.date.format));
  if (rules.nonce !== undefined) headers.set(rules.nonce, nonce);
  if (rules.contentHash !== undefined) headers.set(rules.contentHash, contentHash ?? sha256(request.bytes));
  if (key.securityToken !== undefined) {
    headers.set(rules.securityToken, key.securityToken);
    if (rules.temporaryKeyId !== undefined) headers.set(rules.temporaryKeyId, key.id);
  }
  const whole = { ...request, headers };
  const signedHeaders = headersToSign(rules, headers).filter((name) => name !== unsigned);
  const signature = signatureOf(signed, canonicalRequest(signed, whole, signedHeaders), whole, key.secret);
  headers.set("authorization", formatAuthorization(signed, { keyId: key.id, signedHeaders, signature }));
  return whole;
}
