import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { AccessKey } from "../src/authentication/credentials.ts";
import { createNonceStore, type NonceStore } from "../src/authentication/nonce-store.ts";
import type { JsonObject } from "../src/document/json.ts";
import { formatAuthorization } from "../src/signature/authorization.ts";
import { canonicalRequest, sha256 } from "../src/signature/canonical-request.ts";
import { signRequest } from "../src/signature/sign-request.ts";
import { readSignatureRules, type SignedScheme } from "../src/signature/signature-rules.ts";
import { verifySignature } from "../src/signature/verify-signature.ts";
import type { SentRequest } from "../src/wire/exchange.ts";
import { flip, flipDigit } from "./flip-bit.ts";
import { outgoing } from "./messages.ts";

interface Vector {
  readonly name: string;
  readonly scheme: string;
  readonly key: AccessKey;
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signedHeaders: string;
  readonly canonical?: string;
  readonly canonicalHash?: string;
  readonly signature: string;
}

const file = new URL("../fixtures/signature-vectors.yaml", import.meta.url);
const { schemes, vectors } = parse(readFileSync(file, "utf8")) as {
  readonly schemes: Record<string, JsonObject>;
  readonly vectors: readonly Vector[];
};

describe.each(vectors)("$name", (vector) => {
  const signedHeaders = vector.signedHeaders.split(";");

  test("has the canonical request that the vendor computes", () => {
    const canonical = canonicalRequest(schemeOf(vector), requestOf(vector), signedHeaders);
    if (vector.canonical) expect(canonical).toBe(vector.canonical);
    if (vector.canonicalHash) expect(sha256(canonical)).toBe(vector.canonicalHash);
  });

  test("is accepted", () => {
    expect(verify(vector, requestOf(vector))).toEqual([]);
  });

  test("is how the judge signs by itself", async () => {
    const { method, url, headers, body = null } = vector;
    const nonce = headers["x-acs-signature-nonce"] ?? "";
    const options = { at: Date.parse(vector.at), nonce };
    const request = outgoing(url, { method, headers, body: body ?? "" });
    const signed = signRequest(request, schemeOf(vector), vector.key, options);
    expect(verify(vector, sent(vector, signed.headers))).toEqual([]);
    // Official signers cover headers that need not be; where there are none, all must be the same.
    const listed = /SignedHeaders=([^,]+)/.exec(signed.headers.get("authorization") ?? "")?.[1];
    if (listed !== vector.signedHeaders) expect(signedHeaders).toContain("content-type");
    else expect(signed.headers.get("authorization")).toBe(authorizationOf(vector));
  });

  describe("is refused after one bit was flipped in", () => {
    test.each<{ part: string; flip: (request: SentRequest) => SentRequest }>([
      { part: "the method", flip: (request) => ({ ...request, method: flip(request.method) }) },
      {
        part: "the path",
        // The root has nothing to flip.
        flip: (request) => moved(request, ({ pathname }) => (pathname === "/" ? "/a" : flip(pathname))),
      },
      {
        part: "the query",
        flip: (request) => ({
          ...request,
          url: request.url.includes("?") ? flip(request.url) : `${request.url}?a`,
        }),
      },
      ...signedHeaders
        .filter((name) => name !== "host")
        .map((name) => ({
          part: `the header ${name}`,
          flip: (request: SentRequest) => headed(request, name, flip(request.headers.get(name) ?? "")),
        })),
      {
        part: "the host, if it is signed",
        flip: (request) =>
          signedHeaders.includes("host")
            ? { ...request, url: request.url.replace("https://", "https://x") }
            : headed(request, "authorization", ""),
      },
      {
        part: "the body",
        flip: (request) => ({ ...request, bytes: flipBytes(request.bytes) }),
      },
      {
        part: "the signature",
        flip: (request) =>
          headed(request, "authorization", flipDigit(request.headers.get("authorization") ?? "")),
      },
      {
        part: "the key's id",
        flip: (request) =>
          headed(
            request,
            "authorization",
            (request.headers.get("authorization") ?? "").replace(vector.key.id, flip(vector.key.id)),
          ),
      },
    ])("$part", ({ flip: change }) => {
      expect(verify(vector, change(requestOf(vector)))).not.toEqual([]);
    });

    test("the secret, and none of it is shown", () => {
      const other = { ...vector.key, secret: flip(vector.key.secret) };
      const findings = verify(vector, requestOf(vector), { key: other });
      expect(findings).toHaveLength(1);
      expect(JSON.stringify(findings)).not.toContain(other.secret);
    });
  });

  test.each([
    { minutes: -15, want: "accepted" },
    { minutes: 15, want: "accepted" },
    { minutes: -16, want: "refused" },
    { minutes: 16, want: "refused" },
  ])("is $want $minutes minutes from its date", ({ minutes, want }) => {
    const sentAt = Date.parse(vector.at) + minutes * 60_000;
    const findings = verify(vector, { ...requestOf(vector), sentAt });
    expect(findings.length === 0 ? "accepted" : "refused").toBe(want);
  });

  test("is refused with a header more that must be signed", () => {
    const pattern = schemeOf(vector).signature.headers.find((name) => name.endsWith("*"));
    if (pattern === undefined) return;
    const name = pattern.replace("*", "zone");
    const findings = verify(vector, headed(requestOf(vector), name, "1"));
    expect(findings.map(({ expected }) => expected)).toEqual([`SignedHeaders with ${name}`]);
  });

  test("is refused when it comes again, if the scheme has a nonce", () => {
    const nonces = createNonceStore();
    const request = requestOf(vector);
    expect(verify(vector, request, { nonces })).toEqual([]);
    // Judged once more, it is the same request; sent once more, it is another.
    expect(verify(vector, request, { nonces })).toEqual([]);
    const again = verify(vector, requestOf(vector), { nonces });
    expect(again).toHaveLength(schemeOf(vector).signature.nonce === undefined ? 0 : 1);
  });
});

function schemeOf({ scheme }: Vector): SignedScheme {
  const object = schemes[scheme] ?? {};
  const signature = readSignatureRules(object);
  if (!signature) throw new Error(`no scheme ${scheme}`);
  return { scheme: String(object.scheme), signature };
}

function requestOf(vector: Vector): SentRequest {
  return sent(vector, new Headers({ ...vector.headers, authorization: authorizationOf(vector) }));
}

function sent({ method, url, body = "", at }: Vector, headers: Headers): SentRequest {
  return { method, url, headers, body, bytes: new TextEncoder().encode(body), sentAt: Date.parse(at) };
}

function authorizationOf(vector: Vector): string {
  const { signedHeaders, signature, key } = vector;
  return formatAuthorization(schemeOf(vector), {
    keyId: key.id,
    signedHeaders: signedHeaders.split(";"),
    signature,
  });
}

function verify(
  vector: Vector,
  request: SentRequest,
  { key = vector.key, nonces = createNonceStore() }: { key?: AccessKey; nonces?: NonceStore } = {},
) {
  return verifySignature({ scheme: schemeOf(vector), request, key, nonces });
}

function flipBytes(bytes: Uint8Array): Uint8Array {
  return bytes.length === 0 ? new Uint8Array(1) : bytes.with(0, (bytes[0] ?? 0) ^ 1);
}

function headed(request: SentRequest, name: string, value: string): SentRequest {
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return { ...request, headers };
}

function moved(request: SentRequest, move: (url: URL) => string): SentRequest {
  const url = new URL(request.url);
  url.pathname = move(url);
  return { ...request, url: url.href };
}
