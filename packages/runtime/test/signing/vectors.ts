import type { AccessKey } from "../../src/auth/access-key.ts";
import type { SignatureDescription } from "../../src/auth/signature-description.ts";
import type { WireRequest } from "../../src/wire-request.ts";
import derived from "./fixtures/derived.json" with { type: "json" };
import published from "./fixtures/published.json" with { type: "json" };
import { signatures } from "./signatures.ts";

/** A request and the `Authorization` that it must get. */
export interface Vector {
  readonly name: string;
  readonly scheme: string;
  readonly signature: SignatureDescription;
  readonly key: AccessKey;
  readonly at: { readonly now: number; readonly nonce?: string };
  readonly request: Pick<WireRequest, "method" | "url" | "headers"> & { readonly body?: string };
  /** The SHA-256 of the canonical request. */
  readonly canonicalHash?: string;
  readonly authorization: string;
}

type Fixture = Pick<Vector, "scheme" | "key" | "request" | "authorization" | "canonicalHash"> & {
  readonly name?: string;
  readonly at: string;
  readonly nonce?: string;
  /** The headers to sign, where they are not those of the scheme. */
  readonly signs?: readonly string[];
};

/** `published.json` from documents, `derived.json` from the vendors' own signers by derive-vectors.mjs. */
export const vectors: readonly Vector[] = [...(published as Fixture[]), ...(derived as Fixture[])].map(
  ({ name, at, nonce, signs, ...fixture }, index) => {
    const signature = signatures[fixture.scheme];
    if (!signature) throw new TypeError(`No description of ${fixture.scheme}`);
    return {
      ...fixture,
      name: `${fixture.scheme} ${name ?? `derived ${index}`}`,
      signature: signs ? { ...signature, headers: signs } : signature,
      at: { now: Date.parse(at), ...(nonce !== undefined && { nonce }) },
    };
  },
);

/** The request of a vector, to be signed in place, with or without other parts. */
export function requestOf({ request }: Vector, parts: Partial<WireRequest> = {}): WireRequest {
  return { body: undefined, ...request, ...parts, headers: { ...request.headers, ...parts.headers } };
}
