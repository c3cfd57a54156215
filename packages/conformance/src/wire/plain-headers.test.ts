import { describe, expect, test } from "vitest";
import { PlainHeaders } from "./plain-headers.ts";

const RAW = [
  "Host",
  "a.example",
  "X-One",
  "1",
  "x-one",
  "2",
  "Cookie",
  "a=1",
  "cookie",
  "b=2",
  "Accept",
  "*/*",
];

/** The same in the platform's own. */
function platform(): Headers {
  const headers = new Headers();
  for (let index = 0; index < RAW.length; index += 2) headers.append(RAW[index] ?? "", RAW[index + 1] ?? "");
  return headers;
}

describe("plain headers say what `Headers` say", () => {
  test.each(["host", "HOST", "x-one", "X-ONE", "cookie", "accept", "x-none", ""])("of %s", (name) => {
    const own = new PlainHeaders(RAW);
    if (name !== "") expect(own.get(name)).toBe(platform().get(name));
    expect(own.has(name)).toBe(name !== "" && platform().has(name));
  });

  test.each([
    { name: "all, in order", of: (headers: Headers) => [...headers] },
    { name: "the entries", of: (headers: Headers) => [...headers.entries()] },
    { name: "the names", of: (headers: Headers) => [...headers.keys()] },
    { name: "the values", of: (headers: Headers) => [...headers.values()] },
    { name: "a copy", of: (headers: Headers) => [...new Headers(headers)] },
    { name: "the cookies to set", of: (headers: Headers) => headers.getSetCookie() },
    {
      name: "each",
      of: (headers: Headers) => {
        const each: string[] = [];
        headers.forEach((value, name) => {
          each.push(`${name}: ${value}`);
        });
        return each;
      },
    },
    {
      name: "what was set, appended and deleted",
      of: (headers: Headers) => {
        headers.set("X-ONE", "3");
        headers.append("X-Two", "4");
        headers.append("x-two", "5");
        headers.delete("ACCEPT");
        return [...headers];
      },
    },
  ])("$name", ({ of }) => {
    const want = of(platform());
    expect(of(new PlainHeaders(RAW))).toEqual(want);
  });
});

describe("what headers can hold is as with `Headers`", () => {
  const made = (own: Headers) => {
    own.append("Set-Cookie", "a=1; Path=/");
    own.append("set-cookie", "b=2");
    own.append("x-spaced", "  1\t");
    return [[...own], own.getSetCookie(), own.get("set-cookie"), [...own.keys()], [...own.values()]];
  };
  test("each cookie by itself, and a value without the space around it", () => {
    expect(made(new PlainHeaders())).toEqual(made(new Headers()));
  });

  test.each([
    { name: "x-own", value: "a\nb" },
    { name: "x-own", value: "日本" },
    { name: "x-own", value: "\0" },
    { name: "x own", value: "a" },
    { name: "", value: "a" },
  ])("$name: $value is refused", ({ name, value }) => {
    expect(() => new Headers().append(name, value)).toThrow(TypeError);
    expect(() => new PlainHeaders().append(name, value)).toThrow(TypeError);
    expect(() => new PlainHeaders().set(name, value)).toThrow(TypeError);
  });
});

test.each([
  { name: "in order already", raw: ["a", "1", "b", "2", "a", "3"] },
  { name: "in order but for the last", raw: ["b", "2", "c", "3", "a", "1"] },
  { name: "none", raw: [] },
])("however they came, they are told in order: $name", ({ raw }) => {
  const own = new PlainHeaders(raw);
  const names = [...own.keys()];
  expect(names).toEqual([...new Set(raw.filter((_, index) => index % 2 === 0))].sort());
  own.set("0", "first");
  expect([...own.keys()]).toEqual(["0", ...names]);
});
