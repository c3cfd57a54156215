import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { SIGNATURE } from "../document/vocabulary.ts";
import type { DateFormat } from "./date.ts";

/** How the requests of a service are signed (`x-signature`). Names of headers are in lower case. */
export interface SignatureRules {
  /** The name of the key's id in `Authorization`. */
  readonly keyId: string;
  /** What stands between the parts of `Authorization`. */
  readonly separator: string;
  readonly date: { readonly header: string; readonly format: DateFormat };
  /** Whether the string to sign says the date, too. */
  readonly dateInString: boolean;
  /** The header of the value that no other request has. */
  readonly nonce?: string;
  /** The header of the body's SHA-256. */
  readonly contentHash?: string;
  /** The header of a temporary key's token. */
  readonly securityToken: string;
  /** The header that repeats a temporary key's id. */
  readonly temporaryKeyId?: string;
  /** Which headers are signed if they are sent; `x-acme-*` stands for all that begin so. */
  readonly headers: readonly string[];
  /** Whether the canonical path ends with a slash in any case. */
  readonly trailingSlash: boolean;
}

/** An HTTP scheme whose `Authorization` is a signature. */
export interface SignedScheme {
  readonly scheme: string;
  readonly signature: SignatureRules;
}

/** Reads the rules off a Security Scheme Object, if it has any. */
export function readSignatureRules({ [SIGNATURE]: rules }: JsonObject): SignatureRules | undefined {
  if (!isObject(rules)) return undefined;
  const date = isObject(rules.date) ? rules.date : {};
  return {
    keyId: String(rules.keyId),
    separator: String(rules.separator),
    date: { header: headerName(date.header), format: date.format === "basic" ? "basic" : "extended" },
    dateInString: rules.dateInString === true,
    ...(rules.nonce !== undefined && { nonce: headerName(rules.nonce) }),
    ...(rules.contentHash !== undefined && { contentHash: headerName(rules.contentHash) }),
    securityToken: headerName(rules.securityToken),
    ...(rules.temporaryKeyId !== undefined && { temporaryKeyId: headerName(rules.temporaryKeyId) }),
    headers: Array.isArray(rules.headers) ? rules.headers.map(headerName) : [],
    trailingSlash: rules.trailingSlash === true,
  };
}

function headerName(name: Json | undefined): string {
  return String(name).toLowerCase();
}
