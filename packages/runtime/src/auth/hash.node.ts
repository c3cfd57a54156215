import type { HmacSha256, RandomId, Sha256 } from "./hashing.ts";

// Asked for by name, and only once a request is signed: `import` would load it for every client at its start, and
// would need the types of Node, which code for browsers must not see.
declare const process: { getBuiltinModule(id: "node:crypto"): NodeCrypto };

interface NodeCrypto {
  hash(algorithm: "sha256", data: string | Uint8Array, encoding: "hex"): string;
  randomUUID(): string;
  createSecretKey(key: string, encoding: "utf8"): object;
  createHmac(algorithm: "sha256", key: object): { update(text: string): { digest(encoding: "hex"): string } };
}

let loaded: NodeCrypto | undefined;

function crypto(): NodeCrypto {
  loaded ??= process.getBuiltinModule("node:crypto");
  return loaded;
}

export const sha256: Sha256 = (data) => crypto().hash("sha256", data, "hex");

export const randomId: RandomId = () => crypto().randomUUID();

export const hmacSha256: HmacSha256 = (secret) => {
  const key = crypto().createSecretKey(secret, "utf8");
  return (text) => crypto().createHmac("sha256", key).update(text).digest("hex");
};
