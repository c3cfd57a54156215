import type { AccessKey, Credentials } from "../../authentication/credentials.ts";
import { type Flaw, flaw } from "../../authentication/flaw.ts";
import type { NonceStore } from "../../authentication/nonce-store.ts";
import {
  type HttpScheme,
  type KeyScheme,
  placeOf,
  readCredential,
} from "../../authentication/read-credential.ts";
import { verifyCredential } from "../../authentication/verify-credential.ts";
import { parseAuthorization } from "../../signature/authorization.ts";
import { fieldsOf } from "../../signature/query-signature.ts";
import type { SignatureRules } from "../../signature/signature-rules.ts";
import { verifyQuerySignature } from "../../signature/verify-query-signature.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import type { Violation } from "../violation.ts";
import { type GoodCredentials, isUser } from "./good-credentials.ts";
import type { IssuedKeys } from "./issued-keys.ts";
import type { Sessions } from "./sessions.ts";

/** What credentials are held against. */
export interface Keeper {
  readonly good: GoodCredentials;
  readonly sessions: Sessions;
  readonly keys: Pick<IssuedKeys, "byId" | "standing">;
  readonly nonces: NonceStore;
}

/**
 * Holds what a request shows for a security scheme against what was handed out, now or by a login.
 *
 * @param name the scheme's, for which sessions are
 * @returns `undefined` where it shows nothing
 */
export function verifyShown(
  name: string,
  scheme: HttpScheme | KeyScheme,
  request: SentRequest,
  keeper: Keeper,
): readonly Violation[] | undefined {
  const shown = readCredential(scheme, request);
  if (isSigned(scheme)) return verifySigned(scheme, shown, request, keeper);
  if (shown === undefined) return undefined;
  const standing = keeper.sessions.ask(name, shown);
  if (standing === "good") return [];
  if (standing === "lapsed") return [lapsed(placeOf(scheme), "a session")];
  return isBasic(scheme)
    ? verifyBasic(scheme, shown, request, keeper)
    : verifyToken(name, scheme, request, keeper);
}

/** By whichever key it is signed; in its header, or else in its fields where the document describes that. */
function verifySigned(
  scheme: HttpScheme & { readonly signature: SignatureRules },
  shown: string | undefined,
  request: SentRequest,
  { good, keys, nonces }: Keeper,
): readonly Violation[] | undefined {
  const rules = scheme.signature.query;
  const verifyBy = (key: AccessKey) =>
    shown !== undefined
      ? verifyCredential(scheme, request, { credentials: { accessKey: key }, nonces })
      : rules && verifyQuerySignature({ rules, request, key, nonces });
  let first: Flaw[] | undefined;
  for (const key of good.accessKeys) {
    const flaws = verifyBy(key);
    if (flaws?.[0]?.mistake !== "keyUnknown") return flaws;
    first ??= flaws;
  }
  const issued = keys.byId(keyIdIn(scheme, shown, request) ?? "");
  if (!issued) return first;
  if (keys.standing(issued) === "good") return verifyBy(issued);
  return [lapsed(shown === undefined ? `field ${rules?.keyId}` : placeOf(scheme), "a key")];
}

function keyIdIn(
  { scheme, signature }: HttpScheme & { readonly signature: SignatureRules },
  shown: string | undefined,
  request: SentRequest,
): string | undefined {
  if (shown === undefined) {
    const fields = new URLSearchParams(fieldsOf(request));
    return fields.get(signature.query?.keyId ?? "") ?? undefined;
  }
  return parseAuthorization({ scheme, signature }, `${scheme} ${shown}`)?.keyId;
}

function lapsed(at: string, what: string): Violation {
  return { mistake: "sessionLapsed", at, expected: `${what} that goes on`, received: "one that is over" };
}

function verifyBasic(
  scheme: HttpScheme,
  shown: string,
  request: SentRequest,
  keeper: Keeper,
): Flaw[] | undefined {
  // RFC 7617 §2: base64 of the name, a colon and the password.
  const [, user] = /^([^:]*):/.exec(Buffer.from(shown, "base64").toString()) ?? [];
  if (user === undefined) {
    const expected = `Authorization: ${scheme.scheme} and base64 of a name, a colon and a password`;
    return [flaw("credentialsMalformed", placeOf(scheme), expected, "something of another form")];
  }
  const { good } = keeper;
  const named = isUser(user, good) ? { ...good.credentials, username: user } : good.credentials;
  return verify(scheme, request, named, keeper);
}

function verifyToken(
  name: string,
  scheme: HttpScheme | KeyScheme,
  request: SentRequest,
  keeper: Keeper,
): Flaw[] | undefined {
  const { credentials, tokens } = keeper.good;
  let flaws: Flaw[] | undefined;
  const { [name]: own } = credentials.tokens ?? {};
  for (const token of own === undefined ? tokens : [own]) {
    flaws = verify(scheme, request, { ...credentials, token }, keeper);
    if (flaws?.length === 0) return flaws;
  }
  return flaws;
}

function verify(
  scheme: HttpScheme | KeyScheme,
  request: SentRequest,
  credentials: Credentials,
  { nonces }: Keeper,
): Flaw[] | undefined {
  return verifyCredential(scheme, request, { credentials, nonces });
}

function isBasic(scheme: HttpScheme | KeyScheme): scheme is HttpScheme {
  return scheme.type === "http" && scheme.scheme.toLowerCase() === "basic";
}

function isSigned(
  scheme: HttpScheme | KeyScheme,
): scheme is HttpScheme & { readonly signature: SignatureRules } {
  return scheme.type === "http" && scheme.signature !== undefined;
}
