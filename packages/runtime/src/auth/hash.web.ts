import type { Bytes } from "../bytes.ts";
import type { HmacSha256, RandomId, Sha256 } from "./hashing.ts";

// The platform knows the bytes of whatever can be sent.
export const sha256: Sha256 = async (data) =>
  toHex(await secure().subtle.digest("SHA-256", await new Response(data).arrayBuffer()));

export const randomId: RandomId = () => secure().randomUUID();

export const hmacSha256: HmacSha256 = (secret) => {
  // The key is kept, not its promise: in a worker, one request cannot wait for what another one began.
  let key: CryptoKey | undefined;
  return async (text) => {
    key ??= await secure().subtle.importKey("raw", encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
      "sign",
    ]);
    return toHex(await secure().subtle.sign("HMAC", key, encode(text)));
  };
};

/** W3C Web Cryptography §10: what is needed of it is there in secure contexts only. */
function secure(): Crypto {
  if (globalThis.crypto?.subtle) return globalThis.crypto;
  throw new TypeError("Signing needs crypto.subtle, which browsers have on https and localhost only.");
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
