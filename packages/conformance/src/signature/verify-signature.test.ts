import { describe, expect, test } from "vitest";
import { document } from "../../test/acme-jobs.ts";
import { signedScheme } from "../../test/gates.ts";
import { outgoing } from "../../test/messages.ts";
import type { AccessKey } from "../authentication/credentials.ts";
import { createNonceStore } from "../authentication/nonce-store.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { asSent } from "../wire/send.ts";
import { signRequest } from "./sign-request.ts";
import { verifySignature } from "./verify-signature.ts";

const NOW = Date.parse("2026-11-22T01:02:03.456Z");
const CLOCK = "20261122T010203Z";
const URL_ = "http://jobs.acme.example/jobs/a%20b?name=x+y&name=%C3%A9";
const KEY: AccessKey = { id: "k3y", secret: "s3cret" };
const TEMPORARY = { ...KEY, securityToken: "t0ken" };
const NAMES = "content-type;host;x-acme-content-sha256;x-acme-date;x-acme-nonce;x-acme-trace";
const scheme = signedScheme(document, "AcmeSignature");

/** A request that is signed as documented, but for what is changed afterwards. */
async function signed(
  change: (request: SentRequest) => Partial<SentRequest> = () => ({}),
  options: Parameters<typeof signRequest>[3] = {},
  key = KEY,
): Promise<SentRequest> {
  const headers = { "content-type": "text/plain", "x-acme-trace": "1", accept: "*/*" };
  const plain = outgoing(URL_, { method: "POST", headers, body: "ü" });
  const request = signRequest(plain, scheme, key, { at: NOW, nonce: "n-1", ...options });
  const whole = asSent(request, NOW);
  return { ...whole, ...change(whole) };
}

const headed =
  (change: (headers: Headers) => void) =>
  ({ headers }: SentRequest) => {
    const changed = new Headers(headers);
    change(changed);
    return { headers: changed };
  };

const authorized = (change: (authorization: string) => string) =>
  headed((headers) => headers.set("authorization", change(headers.get("authorization") ?? "")));

function verify(request: SentRequest, key = KEY, nonces = createNonceStore(), by = scheme) {
  return verifySignature({ scheme: by, request, key, nonces }).map(({ expected, received }) => [
    expected,
    received,
  ]);
}

describe("a service that insists on some headers alone", () => {
  const lenient = { ...scheme, signature: { ...scheme.signature, required: ["x-acme-date"] } };
  test.each([
    { unsigned: "host", want: [] },
    { unsigned: "x-acme-trace", want: [] },
    {
      unsigned: "x-acme-date",
      want: [["SignedHeaders with x-acme-date", `SignedHeaders=${NAMES.replace("x-acme-date;", "")}`]],
    },
  ])("$unsigned is not signed", async ({ unsigned, want }) => {
    const request = await signed(undefined, { unsigned });
    expect(verify(request, KEY, createNonceStore(), lenient)).toEqual(want);
  });

  test("what is signed is held to it all the same", async () => {
    const request = await signed(headed((headers) => headers.set("x-acme-trace", "2")));
    expect(verify(request, KEY, createNonceStore(), lenient)).toEqual([ANOTHER]);
  });
});

const ANOTHER = [
  expect.stringMatching(/^the signature of the canonical request with SHA-256 [0-9a-f]{64}$/),
  "another signature: of another request, or by another secret",
];
const FORM = [
  "Authorization: ACME-HMAC-SHA256 Key=…,SignedHeaders=…,Signature=…",
  "something of another form",
];

describe("a request that is signed as documented is accepted", () => {
  test.each<{ name: string; change?: (request: SentRequest) => Partial<SentRequest> }>([
    { name: "as it is" },
    {
      name: "by whatever case its scheme is written in",
      change: authorized((text) => text.replace("ACME", "Acme")),
    },
    {
      name: "with a header that need not be signed",
      change: headed((headers) => headers.set("prefer", "x")),
    },
    {
      name: "with the host that its URL has",
      change: headed((headers) => headers.set("host", "jobs.acme.example")),
    },
    {
      name: "by an URL that says the same otherwise",
      change: () => ({ url: "http://jobs.acme.example:80/%6aobs/a%20b?name=%C3%A9&&name=x%20y" }),
    },
  ])("$name", async ({ change }) => {
    expect(verify(await signed(change))).toEqual([]);
  });

  test("by a temporary key", async () => {
    expect(verify(await signed(undefined, {}, TEMPORARY), TEMPORARY)).toEqual([]);
  });
});

describe("what is wrong is told", () => {
  test.each<{
    name: string;
    change?: (request: SentRequest) => Partial<SentRequest>;
    options?: Parameters<typeof signRequest>[3];
    want: unknown[];
  }>([
    { name: "no authorization", change: headed((headers) => headers.delete("authorization")), want: [FORM] },
    {
      name: "a space between its parts",
      change: authorized((text) => text.replaceAll(",", ", ")),
      want: [FORM],
    },
    { name: "a part too many", change: authorized((text) => `${text},Extra=1`), want: [FORM] },
    { name: "a part too few", change: authorized((text) => text.replace(/,Signature.*/, "")), want: [FORM] },
    { name: "no key", change: authorized((text) => text.replace("k3y", "")), want: [FORM] },
    { name: "a signature cut short", change: authorized((text) => text.slice(0, -1)), want: [FORM] },
    {
      name: "a digit of the signature in upper case",
      change: authorized((text) => text.replace(/[^=]*$/, (digits) => `${digits.slice(0, -1)}F`)),
      want: [FORM],
    },
    {
      name: "another key",
      change: authorized((text) => text.replace("k3y", "k4y")),
      want: [["Key of the access key that was given", "another one"]],
    },
    {
      name: "headers out of order",
      change: authorized((text) => text.replace("content-type;host", "host;content-type")),
      want: [
        [
          `SignedHeaders=${NAMES}`,
          `SignedHeaders=${NAMES.replace("content-type;host", "host;content-type")}`,
        ],
        ANOTHER,
      ],
    },
    {
      name: "a header that must be signed, and is not",
      options: { unsigned: "host" },
      want: [["SignedHeaders with host", `SignedHeaders=${NAMES.replace("host;", "")}`]],
    },
    {
      name: "a date that is not signed",
      options: { unsigned: "x-acme-date" },
      want: [["SignedHeaders with x-acme-date", `SignedHeaders=${NAMES.replace("x-acme-date;", "")}`]],
    },
    {
      name: "a header that was added later",
      change: headed((headers) => headers.set("X-Acme-Zone", "1")),
      want: [["SignedHeaders with x-acme-zone", `SignedHeaders=${NAMES}`]],
    },
    {
      name: "a header that is signed, and not sent",
      change: headed((headers) => headers.delete("x-acme-trace")),
      want: [["header x-acme-trace, which is signed", "no such header"], ANOTHER],
    },
    {
      name: "a clock that is slow",
      options: { at: NOW - 16 * 60_000 },
      want: [[`header x-acme-date within 15 minutes of ${CLOCK}`, "20261122T004603Z"]],
    },
    {
      name: "a clock that is fast",
      options: { at: NOW + 16 * 60_000 },
      want: [[`header x-acme-date within 15 minutes of ${CLOCK}`, "20261122T011803Z"]],
    },
    {
      name: "a date of another form",
      change: headed((headers) => headers.set("x-acme-date", "2026-11-22T01:02:03Z")),
      want: [[`header x-acme-date of the form ${CLOCK}`, "2026-11-22T01:02:03Z"], ANOTHER],
    },
    {
      name: "a date that does not exist",
      change: headed((headers) => headers.set("x-acme-date", "20260231T010203Z")),
      want: [[`header x-acme-date of the form ${CLOCK}`, "20260231T010203Z"], ANOTHER],
    },
    {
      name: "the hash of another body",
      options: { contentHash: "0".repeat(64) },
      want: [
        [
          "header x-acme-content-sha256: 607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f",
          "0".repeat(64),
        ],
      ],
    },
    {
      name: "no nonce",
      options: { nonce: "" },
      want: [["header x-acme-nonce: a value that no other request has", "none"]],
    },
    {
      name: "a token, though the key is not temporary",
      change: headed((headers) => headers.set("x-acme-security-token", "t0ken")),
      want: [
        ["no header x-acme-security-token: the key is not temporary", "one"],
        ["SignedHeaders with x-acme-security-token", `SignedHeaders=${NAMES}`],
      ],
    },
    { name: "another query", change: () => ({ url: `${URL_}&a=b` }), want: [ANOTHER] },
  ])("$name", async ({ change, options, want }) => {
    expect(verify(await signed(change, options))).toEqual(want);
  });

  const token = (change: (headers: Headers) => void) => signed(headed(change), {}, TEMPORARY);
  test.each([
    {
      name: "no token of a temporary key",
      request: () => signed(),
      want: [["header x-acme-security-token: the key is temporary", "no such header"]],
    },
    {
      name: "another token",
      request: () => token((headers) => headers.set("x-acme-security-token", "other")),
      want: [["header x-acme-security-token: the token that was given", "another one"], ANOTHER],
    },
    {
      name: "an id that is not repeated",
      request: () => token((headers) => headers.delete("x-acme-key-id")),
      want: [
        ["header x-acme-key-id: the id of the temporary key", "no such header"],
        ["header x-acme-key-id, which is signed", "no such header"],
        ANOTHER,
      ],
    },
  ])("$name", async ({ request, want }) => {
    expect(verify(await request(), TEMPORARY)).toEqual(want);
  });

  test("and nothing of a secret with it", async () => {
    const found = JSON.stringify([
      verify(await signed(), { ...KEY, secret: "oth3r" }),
      verify(await signed(undefined, {}, { ...TEMPORARY, securityToken: "oth3r" }), TEMPORARY),
    ]);
    for (const secret of ["s3cret", "oth3r", "t0ken"]) expect(found).not.toContain(secret);
  });
});

describe("a nonce", () => {
  const OTHER_NONCE = { nonce: "n-2" };
  const REPLAYED = ["header x-acme-nonce: a value that no other request has", "n-1, for another time"];

  test.each([
    { name: "is used once", second: () => signed(), want: [REPLAYED] },
    { name: "is another each time", second: () => signed(undefined, OTHER_NONCE), want: [] },
  ])("$name", async ({ second, want }) => {
    const nonces = createNonceStore();
    expect(verify(await signed(), KEY, nonces)).toEqual([]);
    expect(verify(await second(), KEY, nonces)).toEqual(want);
  });

  test("is not used up by a request that is refused", async () => {
    const nonces = createNonceStore();
    expect(verify(await signed(() => ({ method: "PUT" })), KEY, nonces)).toEqual([ANOTHER]);
    expect(verify(await signed(), KEY, nonces)).toEqual([]);
  });

  test("is forgotten when the date alone would have the request refused", () => {
    const nonces = createNonceStore();
    const minute = 60_000;
    expect(nonces.claim("k", "n", {}, 0)).toBe(true);
    expect(nonces.claim("k", "n", {}, 30 * minute)).toBe(false);
    expect(nonces.claim("other", "n", {}, 30 * minute)).toBe(true);
    expect(nonces.claim("k", "n", {}, 31 * minute)).toBe(true);
  });
});
