import type { AccessKey } from "../authentication/credentials.ts";
import { type Flaw, flaw } from "../authentication/flaw.ts";
import type { NonceStore } from "../authentication/nonce-store.ts";
import { sameSecret } from "../authentication/same-secret.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { sha256 } from "./canonical-request.ts";
import { fieldsOf, querySignatureOf, queryStringToSign } from "./query-signature.ts";
import type { QuerySignatureRules } from "./signature-rules.ts";
import { verifyDate } from "./verify-date.ts";
import { verifyKey } from "./verify-key.ts";

/** A request that may be signed in its fields, and what it takes to tell. */
export interface QuerySigned {
  readonly rules: QuerySignatureRules;
  readonly request: SentRequest;
  readonly key: AccessKey;
  readonly nonces: NonceStore;
}

/**
 * Verifies the signature in the query or the form of a request, and all that keeps it from being used again.
 *
 * @returns what is wrong with it, if anything; `undefined` where the request is not signed in this way. No secret is
 *   in it.
 */
export function verifyQuerySignature(signed: QuerySigned): Flaw[] | undefined {
  const { rules, request } = signed;
  const fields = new URLSearchParams(fieldsOf(request));
  if (!fields.has(rules.signature) && !fields.has(rules.keyId)) return undefined;
  const flaws = [
    ...checkKey(signed, fields),
    ...[rules.method, rules.version].flatMap((field) => checkConstant(field, fields)),
    ...verifyDate(`field ${rules.date.name}`, fields.get(rules.date.name), rules.date.format, request.sentAt),
    ...checkSignature(signed, fields),
  ];
  // What is refused uses no nonce up: or else whoever sees a request could keep it from being accepted.
  return flaws.length > 0 ? flaws : checkNonce(signed, fields);
}

function checkKey({ rules, key }: QuerySigned, fields: URLSearchParams): Flaw[] {
  const at = `field ${rules.keyId}`;
  const id = fields.get(rules.keyId);
  if (!id) return [flaw("credentialsMissing", at, `${at}: the id of an access key`, NO_FIELD)];
  const securityToken = fields.get(rules.securityToken);
  return verifyKey({ id, at, name: at, securityToken, tokenAt: `field ${rules.securityToken}` }, key);
}

function checkConstant({ name, value }: QuerySignatureRules["method"], fields: URLSearchParams): Flaw[] {
  const received = fields.get(name);
  if (received === value) return [];
  const at = `field ${name}`;
  return [flaw("credentialsMalformed", at, `${at}: ${value}`, received ?? NO_FIELD)];
}

function checkSignature({ rules, request, key }: QuerySigned, fields: URLSearchParams): Flaw[] {
  const at = `field ${rules.signature}`;
  const received = fields.get(rules.signature);
  if (!received) return [flaw("credentialsMissing", at, `${at}: the signature of the request`, NO_FIELD)];
  const stringToSign = queryStringToSign(rules, request);
  if (sameSecret(received, querySignatureOf(stringToSign, key.secret))) return [];
  return [
    flaw(
      "signatureWrong",
      at,
      `${at}: that of the string to sign with SHA-256 ${sha256(stringToSign)}`,
      "another signature: of another request, or by another secret",
    ),
  ];
}

function checkNonce({ rules, request, key, nonces }: QuerySigned, fields: URLSearchParams): Flaw[] {
  const at = `field ${rules.nonce}`;
  const expected = `${at}: a value that no other request has`;
  const nonce = fields.get(rules.nonce);
  if (!nonce) return [flaw("credentialsMissing", at, expected, "none")];
  if (nonces.claim(key.id, nonce, request, request.sentAt)) return [];
  return [flaw("nonceUsed", at, expected, `${nonce}, for another time`)];
}

const NO_FIELD = "no such field";
