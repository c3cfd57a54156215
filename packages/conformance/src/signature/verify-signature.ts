import { timingSafeEqual } from "node:crypto";
import type { AccessKey } from "../authentication/credentials.ts";
import type { NonceStore } from "../authentication/nonce-store.ts";
import { sameSecret } from "../authentication/same-secret.ts";
import { type Finding, fail } from "../checks/finding.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { formatAuthorization, parseAuthorization, type SignedAuthorization } from "./authorization.ts";
import { canonicalRequest, sha256, signatureOf } from "./canonical-request.ts";
import { CLOCK_TOLERANCE, formatDate, parseDate } from "./date.ts";
import type { SignatureRules, SignedScheme } from "./signature-rules.ts";
import { headersToSign } from "./signed-headers.ts";

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
export function verifySignature(signed: Signed): Finding[] {
  const { scheme, request } = signed;
  const authorization = parseAuthorization(scheme, request.headers.get("authorization") ?? "");
  if (!authorization) return [fail(`Authorization: ${formOf(scheme)}`, "something of another form")];
  const findings = [
    ...checkKey(signed, authorization),
    ...checkSignedHeaders(scheme.signature, request, authorization),
    ...checkDate(scheme.signature, request),
    ...checkContentHash(scheme.signature, request),
    ...checkSignature(signed, authorization),
  ];
  // What is refused uses no nonce up: or else whoever sees a request could keep it from being accepted.
  return findings.length > 0 ? findings : checkNonce(signed, authorization);
}

function checkKey({ scheme, request, key }: Signed, { keyId }: SignedAuthorization): Finding[] {
  const { keyId: name, securityToken, temporaryKeyId } = scheme.signature;
  if (!sameSecret(keyId, key.id)) return [fail(`${name} of the access key that was given`, "another one")];
  const token = request.headers.get(securityToken);
  if (key.securityToken === undefined) {
    return token === null ? [] : [fail(`no header ${securityToken}: the key is not temporary`, "one")];
  }
  if (token === null) return [fail(`header ${securityToken}: the key is temporary`, "no such header")];
  if (!sameSecret(token, key.securityToken)) {
    return [fail(`header ${securityToken}: the token that was given`, "another one")];
  }
  const repeated = temporaryKeyId === undefined ? key.id : request.headers.get(temporaryKeyId);
  if (repeated === key.id) return [];
  const received = repeated === null ? "no such header" : "another one";
  return [fail(`header ${temporaryKeyId}: the id of the temporary key`, received)];
}

function checkSignedHeaders(
  rules: SignatureRules,
  { headers }: SentRequest,
  { signedHeaders }: SignedAuthorization,
): Finding[] {
  const listed = `SignedHeaders=${signedHeaders.join(";")}`;
  const inOrder = [...new Set(signedHeaders.map((name) => name.toLowerCase()))].sort().join(";");
  if (inOrder !== signedHeaders.join(";")) return [fail(`SignedHeaders=${inOrder}`, listed)];
  const unsigned = headersToSign(rules, headers).filter((name) => !signedHeaders.includes(name));
  const unsent = signedHeaders.filter((name) => name !== "host" && !headers.has(name));
  return [
    ...unsigned.map((name) => fail(`SignedHeaders with ${name}`, listed)),
    ...unsent.map((name) => fail(`header ${name}, which is signed`, "no such header")),
  ];
}

function checkDate({ date: { header, format } }: SignatureRules, request: SentRequest): Finding[] {
  const received = request.headers.get(header) ?? "";
  const clock = formatDate(request.sentAt, format);
  const at = parseDate(received, format);
  if (at === undefined) return [fail(`header ${header} of the form ${clock}`, received || "no such header")];
  if (Math.abs(at - request.sentAt) <= CLOCK_TOLERANCE) return [];
  return [fail(`header ${header} within 15 minutes of ${clock}`, received)];
}

function checkContentHash({ contentHash }: SignatureRules, { headers, bytes }: SentRequest): Finding[] {
  if (contentHash === undefined) return [];
  const expected = sha256(bytes);
  const received = headers.get(contentHash) ?? "no such header";
  return received === expected ? [] : [fail(`header ${contentHash}: ${expected}`, received)];
}

function checkSignature(
  { scheme, request, key }: Signed,
  { signedHeaders, signature }: SignedAuthorization,
): Finding[] {
  const canonical = canonicalRequest(scheme, request, signedHeaders);
  const expected = signatureOf(scheme, canonical, request, key.secret);
  if (timingSafeEqual(Buffer.from(signature, "hex"), Buffer.from(expected, "hex"))) return [];
  return [
    fail(
      `the signature of the canonical request with SHA-256 ${sha256(canonical)}`,
      "another signature: of another request, or by another secret",
    ),
  ];
}

function checkNonce({ scheme, request, nonces }: Signed, { keyId }: SignedAuthorization): Finding[] {
  const { nonce: name } = scheme.signature;
  if (name === undefined) return [];
  const nonce = request.headers.get(name) ?? "";
  if (nonce === "") return [fail(`header ${name}: a value that no other request has`, "none")];
  if (nonces.claim(keyId, nonce, request, request.sentAt)) return [];
  return [fail(`header ${name}: a value that no other request has`, `${nonce}, for another time`)];
}

function formOf(scheme: SignedScheme): string {
  return formatAuthorization(scheme, { keyId: "…", signedHeaders: ["…"], signature: "…" });
}
