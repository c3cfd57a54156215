import { afterEach, describe, expect, it, vi } from "vitest";
import * as web from "../../src/auth/hash.web.ts";
import { readAccessKey } from "../../src/auth/read-access-key.ts";
import { signRequest } from "../../src/auth/sign-request.ts";
import { keepVectors } from "./keep-vectors.ts";
import { requestOf, vectors } from "./vectors.ts";

describe("signed with WebCrypto", () => {
  keepVectors(web);

  it.each(vectors.slice(0, 1))("$name as a promise", (vector) => {
    const request = requestOf(vector);
    const signed = signRequest(
      web,
      request,
      vector.signature,
      vector.scheme,
      readAccessKey(vector.key, "The vector has"),
      vector.at,
    );
    expect(signed).toBeInstanceOf(Promise);
  });
});

describe("on a page that is not secure", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(vectors.slice(0, 1))("$name says why it cannot be", async (vector) => {
    vi.stubGlobal("crypto", {});
    const sign = async () =>
      signRequest(
        web,
        requestOf(vector),
        vector.signature,
        vector.scheme,
        readAccessKey(vector.key, "The vector has"),
        { now: vector.at.now },
      );
    await expect(sign).rejects.toThrow("Signing needs crypto.subtle");
  });
});
