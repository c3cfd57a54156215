import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writePath } from "./write-path.ts";

const fill = (jobId: unknown) => writePath("/jobs/{jobId}/log", { jobId });

describe("a path parameter", () => {
  it.each([undefined, null, {}, "", ".", "..", "a\0b", [".."], ["a"], new Date(0), "\ud800"])(
    "cannot be %j",
    (given) => {
      const needs = `/jobs/{jobId}/log needs the argument "jobId", for which ${JSON.stringify(given)} cannot stand`;
      expect(() => fill(given)).toThrow(new TypeError(`${needs}: it would address another resource.`));
    },
  );

  it.each([
    { given: "../admin", want: "/jobs/..%2Fadmin/log" },
    { given: "%2e%2e", want: "/jobs/%252e%252e/log" },
    { given: "a?b#c", want: "/jobs/a%3Fb%23c/log" },
    { given: "a\\b", want: "/jobs/a%5Cb/log" },
    { given: "$&", want: "/jobs/%24%26/log" },
    { given: "{jobId}", want: "/jobs/%7BjobId%7D/log" },
    { given: 7, want: "/jobs/7/log" },
    { given: 2n ** 64n, want: "/jobs/18446744073709551616/log" },
  ])("$given stays in its segment", ({ given, want }) => {
    expect(fill(given)).toBe(want);
  });

  it("never leaves the template, whatever it is: 10,000 ids", () => {
    const nasty = fc.constantFrom(
      "..",
      ".",
      "/",
      "?",
      "#",
      "\0",
      "%2e",
      "%2F",
      "\\",
      "//",
      ";",
      " ",
      "@",
      ":",
    );
    const id = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.oneof(nasty, fc.string({ maxLength: 3 })), { maxLength: 6 }).map((parts) => parts.join("")),
    );
    let refused = 0;
    const check = fc.property(id, (jobId) => {
      let path: string;
      try {
        path = fill(jobId);
      } catch (error) {
        refused += 1;
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      // As every URL parser on the way reads it.
      const url = new URL(`https://api.example.com/v1${path}`);
      expect([url.origin, url.search, url.hash]).toEqual(["https://api.example.com", "", ""]);
      const segments = url.pathname.split("/");
      expect(segments.map((segment, index) => (index === 3 ? "*" : segment))).toEqual([
        "",
        "v1",
        "jobs",
        "*",
        "log",
      ]);
      expect(decodeURIComponent(segments[3] ?? "")).toBe(jobId);
    });
    fc.assert(check, { numRuns: 10_000 });
    expect(refused).toBeLessThan(10_000);
  });
});
