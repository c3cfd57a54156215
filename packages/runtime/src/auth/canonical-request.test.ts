import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WireRequest } from "../wire-request.ts";
import { canonicalRequest, withSlash } from "./canonical-request.ts";
import type { SignatureDescription } from "./signature-description.ts";
import { basicDate } from "./signing-date.ts";

const canonical = (
  url: string,
  headers: WireRequest["headers"] = {},
  described: Partial<SignatureDescription> = {},
) => {
  const signature: SignatureDescription = {
    keyId: "Key",
    separator: ",",
    date: { header: "x-date", write: basicDate },
    securityToken: "x-token",
    headers: ["host", "x-*"],
    ...described,
  };
  return canonicalRequest({ method: "GET", url, headers, body: undefined }, signature, "hash");
};

const base = "https://api.example.com";

it("is the six parts, with an empty line after the headers", () => {
  const { text, signedHeaders } = canonical(`${base}/jobs?b=2&a=1`, {
    "x-b": "2",
    accept: "*/*",
    "x-a": "1",
  });
  expect(text).toBe("GET\n/jobs\na=1&b=2\nhost:api.example.com\nx-a:1\nx-b:2\n\nhost;x-a;x-b\nhash");
  expect(signedHeaders).toBe("host;x-a;x-b");
});

describe("the path", () => {
  it.each([
    { given: "", want: "/" },
    { given: "/v1/jobs", want: "/v1/jobs" },
    { given: "/v1/jobs#part", want: "/v1/jobs" },
    { given: "/%6aobs/%7e", want: "/jobs/~" },
    { given: "/a b/é%c3%a9", want: "/a%20b/%C3%A9%C3%A9" },
    { given: "/a%2fb%25", want: "/a%2Fb%25" },
    { given: "/a+b:@!$&'()*,;=", want: "/a%2Bb%3A%40%21%24%26%27%28%29%2A%2C%3B%3D" },
    { given: "/%zz%ff%0a", want: "/%25zz%FF%0A" },
  ])("$given → $want", ({ given, want }) => {
    expect(canonical(base + given).text.split("\n")[1]).toBe(want);
  });

  it.each([
    { given: "/v1/jobs", want: "/v1/jobs/" },
    { given: "/v1/jobs/", want: "/v1/jobs/" },
    { given: "/", want: "/" },
  ])("$given with a slash at its end → $want", ({ given, want }) => {
    expect(canonical(base + given, {}, { endPath: withSlash }).text.split("\n")[1]).toBe(want);
  });

  it("never fails", () => {
    const unit = fc.constantFrom(
      "a",
      "/",
      "%",
      "%f",
      "%ff",
      "%2F",
      "é",
      "😀",
      "\ud800",
      " ",
      "\\",
      "+",
      ";",
      "..",
    );
    fc.assert(
      fc.property(fc.string({ unit }), (path) => {
        expect(canonical(`${base}/${path}`).text).toMatch(/^GET\n\/(?:[\w.~/-]|%[0-9A-F]{2})*\n\n/);
      }),
    );
  });
});

describe("the query", () => {
  it.each([
    { given: "", want: "" },
    { given: "?", want: "" },
    { given: "?a&&b=", want: "a=&b=" },
    { given: "?b=1&a=2&a=10&a=1", want: "a=1&a=10&a=2&b=1" },
    // By what is meant: a space is before a hyphen, though %20 is after none.
    { given: "?a-=1&a%20=2&aA=3&a%5B%5D=4", want: "a%20=2&a-=1&aA=3&a%5B%5D=4" },
    // A name is before all that go on from it, whatever with.
    { given: "?a-b=1&a.b=2&a=3&a=-&ab=4&A=5&a~=", want: "A=5&a=-&a=3&a-b=1&a.b=2&ab=4&a~=" },
    { given: "?b=1&a==&c", want: "a=%3D&b=1&c=" },
    { given: "?b=1&", want: "b=1" },
    { given: "?b=%41&a=%zz", want: "a=%25zz&b=A" },
    { given: "?a=b+c&d=b%20c&e=b%2Bc", want: "a=b%20c&d=b%20c&e=b%2Bc" },
    { given: "?a=b=c&d=*!'()~", want: "a=b%3Dc&d=%2A%21%27%28%29~" },
    { given: "?a=%c3%a9&b=é", want: "a=%C3%A9&b=%C3%A9" },
  ])("$given → $want", ({ given, want }) => {
    expect(canonical(base + given).text.split("\n")[2]).toBe(want);
  });

  it("of what needs no encoding is as of what does", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "B", "1", "-", ".", "_", "~") });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const spelt = pairs.map((pair) => pair.join("=")).join("&");
        const encoded = spelt.replace(/[^&=]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
        expect(canonical(`${base}?${spelt}`)).toEqual(canonical(`${base}?${encoded}`));
      }),
    );
  });

  it("is the same in whatever order and spelling", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const spelt = pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
        const form = new URLSearchParams([...pairs].reverse());
        expect(canonical(`${base}?${form}`)).toEqual(canonical(`${base}?${spelt}`));
      }),
    );
  });
});

describe("the headers", () => {
  it.each([
    { given: { url: "https://a.example.com:443" }, want: "host:a.example.com" },
    { given: { url: "http://a.example.com:80" }, want: "host:a.example.com" },
    { given: { url: "https://A.example.com:8443" }, want: "host:a.example.com:8443" },
    { given: { headers: { host: "b.example.com" } }, want: "host:b.example.com" },
    { given: { headers: { "x-a": " b  c " }, signed: ["x-*"] }, want: "x-a:b  c" },
    {
      given: { headers: { "x-ab": "1", "x-a-b": "2", "x-": "" }, signed: ["x-*"] },
      want: "x-:\nx-a-b:2\nx-ab:1",
    },
    { given: { headers: { xa: "1", "x-a": "2", "x-ab": "3" }, signed: ["x-a"] }, want: "x-a:2" },
    { given: { headers: { authorization: "Basic x", a: "1" }, signed: ["a*"] }, want: "a:1" },
  ])("$given → $want", ({ given: { url = base, headers, signed }, want }) => {
    const { text } = canonical(
      url,
      headers as WireRequest["headers"] | undefined,
      signed && { headers: signed },
    );
    expect(text.split("\n").slice(3, -3).join("\n")).toBe(want);
  });
});

describe("after another request", () => {
  const rows = [
    { url: `${base}/a?x=1`, headers: { "x-a": "1" }, signed: ["host", "x-*"] },
    { url: `${base}/a?x=2`, headers: { "x-a": "2" }, signed: ["host", "x-*"] },
    { url: `${base}/a?x=1`, headers: { "x-a": "1" }, signed: ["x-*"] },
    { url: `${base}/a?x=1`, headers: { "x-b": "1" }, signed: ["host", "x-*"] },
    { url: "https://b.example.com/a?x=1", headers: { "x-a": "1" }, signed: ["host", "x-*"] },
    { url: `${base}/b?x=1`, headers: { "x-a": "1", host: "c.example.com" }, signed: ["host", "x-*"] },
  ] as const;
  const wants = [
    "GET\n/a\nx=1\nhost:api.example.com\nx-a:1\n\nhost;x-a\nhash",
    "GET\n/a\nx=2\nhost:api.example.com\nx-a:2\n\nhost;x-a\nhash",
    "GET\n/a\nx=1\nx-a:1\n\nx-a\nhash",
    "GET\n/a\nx=1\nhost:api.example.com\nx-b:1\n\nhost;x-b\nhash",
    "GET\n/a\nx=1\nhost:b.example.com\nx-a:1\n\nhost;x-a\nhash",
    "GET\n/b\nx=1\nhost:c.example.com\nx-a:1\n\nhost;x-a\nhash",
  ];

  // What is kept of the one before must not show in the next.
  it.each(rows.map((given, index) => ({ given, want: wants[index] })))(
    "$given.url $given.headers is the same",
    ({ given, want }) => {
      for (const { url, headers, signed } of rows) {
        canonical(url, headers, { headers: signed });
        expect(canonical(given.url, given.headers, { headers: given.signed }).text).toBe(want);
      }
    },
  );
});
