import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WireRequest } from "../wire-request.ts";
import type { AccessKey } from "./access-key.ts";
import * as hashing from "./hash.node.ts";
import { readAccessKey } from "./read-access-key.ts";
import { signRequest } from "./sign-request.ts";
import type { SignatureDescription } from "./signature-description.ts";
import { basicDate } from "./signing-date.ts";

const description: SignatureDescription = {
  keyId: "Key",
  separator: ", ",
  date: { header: "x-date", write: basicDate },
  dateInString: true,
  nonce: "x-nonce",
  contentHash: "x-hash",
  securityToken: "x-token",
  temporaryKeyId: "x-key-id",
  headers: ["host", "content-type", "x-*"],
};

const request: WireRequest = {
  method: "POST",
  url: "https://api.example.com/v1/jobs/a%20b?name=x&tag=2&tag=1",
  headers: { accept: "application/json", "content-type": "text/plain", "x-part": "p" },
  body: "body",
};

const key: AccessKey = { accessKeyId: "id", accessKeySecret: "not-a-secret" };
const at = { now: Date.parse("2026-11-22T01:02:03.456Z"), nonce: "n1" };

type Given = { [Part in keyof WireRequest]?: WireRequest[Part] } & {
  description?: Partial<SignatureDescription>;
  key?: Partial<AccessKey>;
  at?: { now?: number; nonce?: string };
  scheme?: string;
};

async function sign(given: Given = {}): Promise<WireRequest["headers"]> {
  const { description: described, key: keyed, at: timed, scheme = "HMAC", ...parts } = given;
  const copy = { ...request, ...parts, headers: { ...request.headers, ...parts.headers } };
  await signRequest(
    hashing,
    copy,
    { ...description, ...described },
    scheme,
    readAccessKey({ ...key, ...keyed }, "The test has"),
    { ...at, ...timed },
  );
  return copy.headers;
}

const signatureOf = (headers: WireRequest["headers"]) => headers.authorization?.replace(/.*=/, "");

describe("signRequest", () => {
  it("sets the headers that are described, and leaves the others", async () => {
    expect(await sign()).toEqual({
      ...request.headers,
      "x-date": "20261122T010203Z",
      "x-nonce": "n1",
      "x-hash": "230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5",
      authorization: expect.stringMatching(
        /^HMAC Key=id, SignedHeaders=content-type;host;x-date;x-hash;x-nonce;x-part, Signature=[0-9a-f]{64}$/,
      ),
    });
  });

  it("names a temporary key as described", async () => {
    expect(await sign({ key: { securityToken: "t" } })).toMatchObject({ "x-token": "t", "x-key-id": "id" });
  });

  it("makes a nonce that no other request has", async () => {
    const sent = { ...request, headers: { ...request.headers } };
    const nonces = new Set<string | undefined>();
    for (let attempt = 0; attempt < 3; attempt++) {
      await signRequest(hashing, sent, description, "HMAC", readAccessKey(key, "The test has"), {
        now: at.now,
      });
      nonces.add(sent.headers["x-nonce"]);
    }
    expect(nonces.size).toBe(3);
  });

  it.each([
    { given: { body: undefined }, want: { body: "" } },
    { given: { body: new TextEncoder().encode("body") }, want: {} },
    { given: { body: new Blob(["bo", "dy"]) }, want: {} },
  ])("signs $given as $want", async ({ given, want }) => {
    expect(signatureOf(await sign(given))).toBe(signatureOf(await sign(want)));
  });

  it.each<{ given: Given }>([
    { given: { method: "PUT" } },
    { given: { url: "http://api.example.com:8080/v1/jobs/a%20b?name=x&tag=2&tag=1" } },
    { given: { url: "https://api.example.com/v1/jobs/a%2520b?name=x&tag=2&tag=1" } },
    { given: { url: "https://api.example.com/v1/jobs/a%20b/?name=x&tag=2&tag=1" } },
    { given: { url: "https://api.example.com/v1/jobs/a%20b?name=x&tag=2" } },
    { given: { body: "body\n" } },
    { given: { headers: { "x-part": "q" } } },
    { given: { headers: { "x-more": "" } } },
    { given: { headers: { host: "other.example.com" } } },
    { given: { at: { now: at.now + 1000 } } },
    { given: { at: { nonce: "n2" } } },
    { given: { key: { accessKeySecret: "not-a-secrer" } } },
    { given: { key: { securityToken: "t" } } },
    { given: { scheme: "HMAC2" } },
    { given: { description: { headers: ["x-*"] } } },
  ])("signs $given in another way", async ({ given }) => {
    expect(signatureOf(await sign(given))).not.toBe(signatureOf(await sign()));
  });

  it("differs if one bit of the body does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.nat(7), async (bytes, place, bit) => {
        const body = new Uint8Array(bytes);
        const flipped = body.map((byte, at) => (at === place % body.length ? byte ^ (1 << bit) : byte));
        expect(await sign({ body: flipped })).not.toEqual(await sign({ body }));
      }),
    );
  });

  it("refuses a form whose bytes cannot be known", async () => {
    await expect(sign({ body: new FormData() })).rejects.toThrow("FormData cannot be signed");
  });
});
