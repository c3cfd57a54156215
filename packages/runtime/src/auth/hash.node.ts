import type { HmacSha256, RandomId, Sha256 } from "./hashing.ts";

// Asked for by name, and only once a request is signed: `import` would load it for every client at its start, and
// would need the types of Node, which code for browsers must not see.
declare const process: { getBuiltinModule(id: "node:crypto"): NodeCrypto };

interface NodeCrypto {
  /** In hexadecimal, if nothing else is asked for. */
  hash(algorithm: "sha256", data: string | Uint8Array): string;
  randomUUID(): string;
}

declare const Buffer: {
  alloc(size: number, fill: number): NodeBuffer;
  from(text: string, encoding: "utf8" | "hex"): NodeBuffer;
};

interface NodeBuffer extends Uint8Array {
  write(text: string, offset: number, encoding: "latin1" | "hex"): number;
}

let loaded: NodeCrypto | undefined;

function crypto(): NodeCrypto {
  loaded ??= process.getBuiltinModule("node:crypto");
  return loaded;
}

const hash = (data: string | Uint8Array): string => crypto().hash("sha256", data);

export const sha256: Sha256 = (data) => {
  if (data === "") return OF_NOTHING;
  return data instanceof Blob ? data.arrayBuffer().then((bytes) => hash(new Uint8Array(bytes))) : hash(data);
};

// Most requests have no body.
const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

export const randomId: RandomId = () => crypto().randomUUID();

// RFC 2104 §2, by two hashes at one stroke: `createHmac` makes two objects of OpenSSL for each text, and takes twice
// as long.
export const hmacSha256: HmacSha256 = (secret) => {
  const given = Buffer.from(secret, "utf8");
  const key = given.length > BLOCK ? Buffer.from(hash(secret), "hex") : given;
  const padded = (pad: number, size: number) => {
    const block = Buffer.alloc(BLOCK + size, pad);
    key.forEach((byte, index) => {
      block[index] = byte ^ pad;
    });
    return block;
  };
  const outer = padded(0x5c, 32);
  let inner = padded(0x36, 0);
  return (text) => {
    if (inner.length !== BLOCK + text.length) inner = padded(0x36, text.length);
    inner.write(text, BLOCK, "latin1");
    outer.write(hash(inner), BLOCK, "hex");
    return hash(outer);
  };
};

/** The bytes that SHA-256 takes at a time. */
const BLOCK = 64;
