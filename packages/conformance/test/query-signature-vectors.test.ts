import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { AccessKey } from "../src/authentication/credentials.ts";
import { createNonceStore } from "../src/authentication/nonce-store.ts";
import type { JsonObject } from "../src/document/json.ts";
import { readSignatureRules } from "../src/signature/signature-rules.ts";
import { verifyQuerySignature } from "../src/signature/verify-query-signature.ts";
import type { SentRequest } from "../src/wire/exchange.ts";
import { arriving } from "./gates.ts";

interface Vector {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly fields: Record<string, string>;
  readonly signature: string;
}

const file = new URL("../fixtures/query-signature-vectors.yaml", import.meta.url);
const { scheme, key, at, fields, vectors } = parse(readFileSync(file, "utf8")) as {
  readonly scheme: JsonObject;
  readonly key: AccessKey;
  readonly at: string;
  readonly fields: Record<string, string>;
  readonly vectors: readonly Vector[];
};
const FORM = "application/x-www-form-urlencoded";

describe.each(vectors)("$name", (vector) => {
  const signed = { ...fields, ...vector.fields, Signature: vector.signature };

  test("is accepted in the query, in the order that it comes in", () => {
    expect(verify(inQuery(vector, signed))).toEqual([]);
    expect(verify(inQuery(vector, Object.fromEntries(Object.entries(signed).reverse())))).toEqual([]);
  });

  test("is accepted with its own fields in a form", () => {
    const { url } = inQuery(vector, { ...fields, Signature: vector.signature });
    const body = String(new URLSearchParams(vector.fields));
    const headers = { "content-type": `${FORM}; charset=utf-8` };
    expect(verify(arriving({ method: vector.method, url, headers, body, sentAt: Date.parse(at) }))).toEqual(
      [],
    );
  });

  test.each(Object.keys(signed).filter((name) => name !== "AccessKeyId"))(
    "is refused with another %s",
    (name) => {
      const changed = { ...signed, [name]: `${signed[name as "Signature"]}0` };
      expect(verify(inQuery(vector, changed))).not.toEqual([]);
    },
  );

  test("is refused by another method", () => {
    const other = vector.method === "GET" ? "POST" : "GET";
    expect(verify({ ...inQuery(vector, signed), method: other })).toEqual(["signatureWrong"]);
  });

  test.each([
    { minutes: -15, want: [] },
    { minutes: 15, want: [] },
    { minutes: -16, want: ["dateSkewed"] },
    { minutes: 16, want: ["dateSkewed"] },
  ])("$minutes minutes from its date: $want", ({ minutes, want }) => {
    const sentAt = Date.parse(at) + minutes * 60_000;
    expect(verify({ ...inQuery(vector, signed), sentAt })).toEqual(want);
  });
});

function inQuery({ method, url }: Vector, all: Record<string, string>): SentRequest {
  return arriving({ method, url: `${url}?${new URLSearchParams(all)}`, sentAt: Date.parse(at) });
}

function verify(request: SentRequest): string[] | undefined {
  const rules = readSignatureRules(scheme)?.query;
  if (!rules) throw new Error("no rules");
  const flaws = verifyQuerySignature({ rules, request, key, nonces: createNonceStore() });
  return flaws?.map(({ mistake }) => mistake);
}
