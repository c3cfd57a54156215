/** More of a body than this is not kept for the judge. */
const LONGEST = 32 * 1024 * 1024;

/** A copy of what streams by, if it is not too much. */
export interface BodyCopy {
  add(chunk: Uint8Array): void;
  /** `undefined`: it was too much. */
  bytes(): Uint8Array | undefined;
}

export function createBodyCopy(): BodyCopy {
  let chunks: Uint8Array[] = [];
  let size = 0;
  return {
    add(chunk) {
      size += chunk.length;
      if (size > LONGEST) chunks = [];
      else chunks.push(chunk);
    },
    bytes: () => (size > LONGEST ? undefined : Buffer.concat(chunks)),
  };
}
