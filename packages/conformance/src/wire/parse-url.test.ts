import { expect, test } from "vitest";
import { parseUrl } from "./parse-url.ts";

test.each([
  ["http://a.example/x?y=1", "http://a.example/x?y=1"],
  ["http://a.example/x?y=1", "http://b.example/x?y=1"],
  ["http://a.example/x", "http://a.example/x?y=2"],
])("the one of %s is not taken for that of %s", (first, second) => {
  for (const text of [first, second, second, first]) {
    const { origin, pathname, search } = parseUrl(text);
    expect(`${origin}${pathname}${search}`).toBe(text);
  }
});

test("what is none is told, and changes nothing", () => {
  parseUrl("http://a.example/x");
  expect(() => parseUrl("x")).toThrow(TypeError);
  expect(parseUrl("http://a.example/x").pathname).toBe("/x");
});
