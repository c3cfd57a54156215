import { describe, expect, it } from "vitest";
import { canonicalRequest } from "../../src/auth/canonical-request.ts";
import type { Hashing } from "../../src/auth/hashing.ts";
import { readAccessKey } from "../../src/auth/read-access-key.ts";
import { signRequest } from "../../src/auth/sign-request.ts";
import { requestOf, vectors } from "./vectors.ts";

/** The same cases for each way to hash. */
export function keepVectors(hashing: Hashing): void {
  const { sha256, hmacSha256 } = hashing;

  it("there are vectors of every origin", () => {
    expect(vectors.length).toBe(13 + 80);
  });

  it.each(vectors)("$name", async (vector) => {
    const request = requestOf(vector);
    await signRequest(
      hashing,
      request,
      vector.signature,
      vector.scheme,
      readAccessKey(vector.key, "The vector has"),
      vector.at,
    );
    const bodyHash = await sha256(vector.request.body ?? "");
    const { text } = canonicalRequest(request, vector.signature, bodyHash);
    if (vector.canonicalHash) expect(await sha256(text)).toBe(vector.canonicalHash);
    expect(request.headers.authorization).toBe(vector.authorization);
  });

  describe("RFC 4231 §4, and keys of other lengths", () => {
    it.each([
      {
        given: ["\x0b".repeat(20), "Hi There"],
        want: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
      },
      {
        given: ["Jefe", "what do ya want for nothing?"],
        want: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
      },
      {
        given: ["k".repeat(64), "of one block"],
        want: "f7ae1791620b6a316f7e3291108c2dfe62e16f6363909c3391a920d8a78a92fe",
      },
      {
        given: ["k".repeat(65), "of more than one block"],
        want: "4beae159cb3a434476677aca535deabd5abdb3521700a3b46e713453ddbc81f0",
      },
      {
        given: ["é".repeat(33), "of more than one block in UTF-8"],
        want: "223a8073976ba3412b1f1dc2065f63fd063f8e3636820feed0223fd5bbc59968",
      },
    ])("$want", async ({ given: [secret = "", text = ""], want }) => {
      const hmac = hmacSha256(secret);
      expect(await hmac(text)).toBe(want);
      expect(await hmac(`${text}, and more`)).not.toBe(want);
      expect(await hmac(text)).toBe(want);
    });
  });
}
