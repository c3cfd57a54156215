import { expect, test } from "vitest";
import { createNonceStore } from "./nonce-store.ts";

test("keeps a number of nonces, and the oldest go", () => {
  const nonces = createNonceStore(2);
  for (const nonce of ["a", "b", "c"]) expect(nonces.claim("k", nonce, {}, 0)).toBe(true);
  expect(nonces.entries()).toEqual([
    ["k b", 0],
    ["k c", 0],
  ]);
  expect(nonces.claim("k", "b", {}, 0)).toBe(false);
  expect(nonces.claim("k", "a", {}, 0)).toBe(true);
});

test("keeps no long names", () => {
  const nonces = createNonceStore();
  const long = "n".repeat(10_000);
  expect(nonces.claim("k", long, {}, 0)).toBe(true);
  expect(nonces.claim("k", long, {}, 0)).toBe(false);
  expect(nonces.claim("k", `${long}n`, {}, 0)).toBe(true);
  expect(nonces.entries().every(([name]) => name.length <= 128)).toBe(true);
});

test("knows the request that a nonce belongs to", () => {
  const nonces = createNonceStore();
  const owner = {};
  expect([nonces.claim("k", "n", owner, 0), nonces.claim("k", "n", owner, 0)]).toEqual([true, true]);
  expect(nonces.claim("k", "n", {}, 0)).toBe(false);
});

test("goes on where another stopped", () => {
  const [one, other] = [createNonceStore(), createNonceStore()];
  one.claim("k", "n", {}, 0);
  other.claim("k", "m", {}, 0);
  other.restore(one.entries());
  expect(other.claim("k", "n", {}, 0)).toBe(false);
  expect(other.claim("k", "m", {}, 0)).toBe(true);
});
