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
  /** The headers that a signature must cover, where it need not cover all of those. */
  readonly required?: readonly string[];
  /** Whether the canonical path ends with a slash in any case. */
  readonly trailingSlash: boolean;
  /** The older way to sign the same request, in its fields. */
  readonly query?: QuerySignatureRules;
}

/** How a request is signed in its query and its form (`x-signature`'s `query`): the names of the fields. */
export interface QuerySignatureRules {
  readonly keyId: string;
  readonly signature: string;
  /** The field that names the algorithm, and its name. */
  readonly method: { readonly name: string; readonly value: string };
  /** The field that names the version of the way to sign, and that version. */
  readonly version: { readonly name: string; readonly value: string };
  readonly date: { readonly name: string; readonly format: DateFormat };
  readonly nonce: string;
  /** The field of a temporary key's token. */
  readonly securityToken: string;
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
    date: { header: headerName(date.header), format: formatOf(date) },
    dateInString: rules.dateInString === true,
    ...(rules.nonce !== undefined && { nonce: headerName(rules.nonce) }),
    ...(rules.contentHash !== undefined && { contentHash: headerName(rules.contentHash) }),
    securityToken: headerName(rules.securityToken),
    ...(rules.temporaryKeyId !== undefined && { temporaryKeyId: headerName(rules.temporaryKeyId) }),
    headers: Array.isArray(rules.headers) ? rules.headers.map(headerName) : [],
    ...(Array.isArray(rules.required) && { required: rules.required.map(headerName) }),
    trailingSlash: rules.trailingSlash === true,
    ...(isObject(rules.query) && { query: readQuery(rules.query) }),
  };
}

function readQuery(query: JsonObject): QuerySignatureRules {
  const { keyId, signature, method, version, date, nonce, securityToken } = query;
  return {
    keyId: String(keyId),
    signature: String(signature),
    method: named(method),
    version: named(version),
    date: { name: named(date).name, format: formatOf(isObject(date) ? date : {}) },
    nonce: String(nonce),
    securityToken: String(securityToken),
  };
}

function named(field: Json | undefined): { readonly name: string; readonly value: string } {
  const { name, value } = isObject(field) ? field : {};
  return { name: String(name), value: String(value) };
}

function formatOf({ format }: JsonObject): DateFormat {
  return format === "basic" ? "basic" : "extended";
}

function headerName(name: Json | undefined): string {
  return String(name).toLowerCase();
}
