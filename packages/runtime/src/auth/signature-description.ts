import type { SigningDate } from "./signing-date.ts";

/**
 * How a request is signed with an access key (`x-signature`): an HMAC-SHA256, keyed with the secret, over the scheme's
 * name, the date if the scheme says so, and the SHA-256 of the canonical request, which is method, path, query,
 * headers, names of the signed headers and hash of the body, line by line. Names of headers are in lower case.
 */
export interface SignatureDescription {
  /** The name of the access key's id in `Authorization`: `Credential`. */
  readonly keyId: string;
  /** What stands between the three parts of `Authorization`: `,` or `, `. */
  readonly separator: "," | ", ";
  /** The header with the time of signing, and its form: `extendedDate` or `basicDate`. */
  readonly date: { readonly header: string; readonly write: SigningDate };
  /** Whether the string to sign holds the date too, in a line of its own before the hash. */
  readonly dateInString?: true;
  /** The header with a random value that no other request has. */
  readonly nonce?: string;
  /** The header with the hash of the body, in hexadecimal. */
  readonly contentHash?: string;
  /** The header with the security token of a temporary access key. */
  readonly securityToken: string;
  /** The header that repeats the id of a temporary access key. */
  readonly temporaryKeyId?: string;
  /** The headers that are signed if they are sent; one that ends in `*` stands for all that begin so. */
  readonly headers: readonly string[];
  /** Of one whose canonical path ends with a slash even if that of the request does not: `withSlash`. */
  readonly endPath?: (path: string) => string;
}

/** How requests are signed, by security scheme. */
export type SignatureDescriptions = Readonly<Record<string, SignatureDescription>>;
