import { describe, expect, test } from "vitest";
import { createRandom } from "../random.ts";
import { mintToken } from "./mint-token.ts";
import { timeLike } from "./time-like.ts";

describe("a token looks like the sample", () => {
  test.each([
    { given: "not-a-token", want: /^not-a-token-[a-z]{12}$/ },
    { given: "Token1", want: /^Token1[A-Za-z0-9]{18}$/ },
    { given: "bm90LWEtcmVhbC10b2tlbi0wMDA=", want: /^[a-z]{2}\d\d[A-Z]{3}[A-Za-z0-9]{20}=$/ },
    { given: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln", want: /^\w{20}\.\w{18}\.\w{4}$/ },
    { given: "x".repeat(4096), want: /^[a-z]{64}$/ },
    { given: "", want: /^not-a-token-[a-z]{12}$/ },
    { given: undefined, want: /^not-a-token-[a-z]{12}$/ },
  ])("$given", ({ given, want }) => {
    const random = createRandom(7);
    const tokens = [mintToken(given, random), mintToken(given, random)];
    for (const token of tokens) expect(token).toMatch(want);
    expect(tokens[0]).not.toBe(tokens[1]);
  });
});

describe("a time looks like the sample", () => {
  const now = Date.parse("2026-11-22T01:02:03.456Z");
  test.each([
    { given: "2020-01-04T09:05:22.701000Z", want: "2026-11-22T02:02:03.456000Z" },
    { given: "2020-01-04T09:05:22.7Z", want: "2026-11-22T02:02:03.4Z" },
    { given: "2020-01-04T09:05:22Z", want: "2026-11-22T02:02:03Z" },
    { given: "2020-01-04 09:05:22", want: "2026-11-22 02:02:03" },
    { given: "2020-01-04T09:05:22+08:00", want: "2026-11-22T02:02:03+00:00" },
    { given: "2020-01-04T09:05:22-0500", want: "2026-11-22T02:02:03+0000" },
    { given: 1799, want: 3600 },
    { given: "1799", want: "3600" },
    { given: undefined, want: "2026-11-22T02:02:03Z" },
  ])("$given", ({ given, want }) => {
    expect(timeLike(given, now + 3_600_000, now)).toBe(want);
  });
});
