import { describe, expect, it } from "vitest";
import { fromPointer, toPointer } from "./json-pointer.ts";

describe("a JSON pointer", () => {
  it.each([
    { given: [], want: "#" },
    { given: ["paths", "/jobs/{id}", "get"], want: "#/paths/~1jobs~1{id}/get" },
    { given: ["a~b", "c/d"], want: "#/a~0b/c~1d" },
  ])("$want", ({ given, want }) => {
    expect(toPointer(given)).toBe(want);
    if (given.length > 0) expect(fromPointer(want)).toEqual(given);
  });

  it("may be percent-encoded in a reference", () => {
    expect(fromPointer("#/paths/~1jobs~1%7Bid%7D")).toEqual(["paths", "/jobs/{id}"]);
  });
});
