import * as node from "./hash.node.ts";
import * as web from "./hash.web.ts";
import type { HmacSha256, RandomId, Sha256 } from "./hashing.ts";

declare const process: { getBuiltinModule?(id: "node:crypto"): { readonly hash?: unknown } } | undefined;

let known: boolean | undefined;

/**
 * Whether Node's own cryptography is there, which hashes at once; that of the web does so by promises. It is looked for
 * when something is first signed, and not chosen by a condition of package.json: a second name to look up makes Node
 * compile what it checks names by, which takes a start by a fiftieth longer.
 */
function isNode(): boolean {
  known ??= typeof process === "object" && !!process.getBuiltinModule?.("node:crypto").hash;
  return known;
}

export const sha256: Sha256 = (data) => (isNode() ? node.sha256(data) : web.sha256(data));

export const hmacSha256: HmacSha256 = (secret) =>
  isNode() ? node.hmacSha256(secret) : web.hmacSha256(secret);

export const randomId: RandomId = () => (isNode() ? node.randomId() : web.randomId());
