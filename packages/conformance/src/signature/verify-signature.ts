import { timingSafeEqual } from "node:crypto";
import type { AccessKey } from "../authentication/credentials.ts";
import { type Flaw, flaw } from "../authentication/flaw.ts";
import type { NonceStore } from "../authentication/nonce-store.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { formatAuthorization, parseAuthorization, type SignedAuthorization } from "./authorization.ts";
import { canonicalRequest, sha256, signatureOf } from "./canonical-request.ts";
import { AUTHORIZATION, checkSignedHeaders, NO_HEADER } from "./check-signed-headers.ts";
import type { SignatureRules, SignedScheme } from "./signature-rules.ts";
import { verifyDate } from "./verify-date.ts";
import { verifyKey } from "./verify-key.ts";

/** A request that claims to be signed, and what it takes to tell. */
export interface Signed {
  readonly scheme: SignedScheme;
  readonly request: SentRequest;
  readonly key: AccessKey;
  readonly nonces: NonceStore;
}

/**
 * Verifies the signature of a request, and all that keeps it from being used a second time.
 *
 * @returns what is wrong with it; nothing, if it is good. No secret is in it.
 */
export function verifySignature(signed: Signed): Flaw[] {
  const { scheme, request } = signed;
  const authorization = parseAuthorization(scheme, request.headers.get("authorization") ?? "");
  if (!authorization) {
    return [
      flaw(
        "credentialsMalformed",
        AUTHORIZATION,
        `Authorization: ${formOf(scheme)}`,
        "something of another form",
      ),
    ];
  }
  const contentHash = sha256(request.bytes);
  const flaws = [
    checkKey(signed, authorization),
    checkSignedHeaders(scheme.signature, request, authorization),
    checkDate(scheme.signature, request),
    checkContentHash(scheme.signature, request, contentHash),
    checkSignature(signed, authorization, contentHash),
  ].flat();
  // What is refused uses no nonce up: or else whoever sees a request could keep it from being accepted.
  return flaws.length > 0 ? flaws : checkNonce(signed, authorization);
}

function checkKey({ scheme, request: { headers }, key }: Signed, { keyId }: SignedAuthorization): Flaw[] {
  const { keyId: name, securityToken: header, temporaryKeyId } = scheme.signature;
  const place = { at: AUTHORIZATION, tokenAt: `header ${header}` };
  const flaws = verifyKey({ ...place, id: keyId, name, securityToken: headers.get(header) }, key);
  if (flaws.length > 0 || key.securityToken === undefined || temporaryKeyId === undefined) return flaws;
  const repeated = headers.get(temporaryKeyId);
  if (repeated === key.id) return [];
  const at = `header ${temporaryKeyId}`;
  const expected = `${at}: the id of the temporary key`;
  return repeated === null
    ? [flaw("credentialsMissing", at, expected, NO_HEADER)]
    : [flaw("credentialsWrong", at, expected, "another one")];
}

function checkDate({ date: { header, format } }: SignatureRules, request: SentRequest): Flaw[] {
  return verifyDate(`header ${header}`, request.headers.get(header), format, request.sentAt);
}

function checkContentHash(
  { contentHash: header }: SignatureRules,
  { headers }: SentRequest,
  expected: string,
): Flaw[] {
  if (header === undefined) return [];
  const received = headers.get(header) ?? NO_HEADER;
  const at = `header ${header}`;
  return received === expected ? [] : [flaw("signatureWrong", at, `${at}: ${expected}`, received)];
}

function checkSignature(
  { scheme, request, key }: Signed,
  { signedHeaders, signature }: SignedAuthorization,
  contentHash: string,
): Flaw[] {
  const canonical = canonicalRequest(scheme, request, signedHeaders, contentHash);
  const expected = signatureOf(scheme, canonical, request, key.secret);
  if (timingSafeEqual(Buffer.from(signature, "hex"), Buffer.from(expected, "hex"))) return [];
  return [
    flaw(
      "signatureWrong",
      AUTHORIZATION,
      `the signature of the canonical request with SHA-256 ${sha256(canonical)}`,
      "another signature: of another request, or by another secret",
    ),
  ];
}

function checkNonce({ scheme, request, nonces }: Signed, { keyId }: SignedAuthorization): Flaw[] {
  const { nonce: name } = scheme.signature;
  if (name === undefined) return [];
  const nonce = request.headers.get(name) ?? "";
  const at = `header ${name}`;
  const expected = `${at}: a value that no other request has`;
  if (nonce === "") return [flaw("credentialsMissing", at, expected, "none")];
  if (nonces.claim(keyId, nonce, request, request.sentAt)) return [];
  return [flaw("nonceUsed", at, expected, `${nonce}, for another time`)];
}

function formOf(scheme: SignedScheme): string {
  return formatAuthorization(scheme, { keyId: "…", signedHeaders: ["…"], signature: "…" });
}
