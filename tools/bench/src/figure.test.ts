import { expect, it } from "vitest";
import { formatFigures } from "./figure.ts";

it("says in words which figure misses its goal", () => {
  const figures = [
    { client: "acme", measure: "one call, gzip", value: 6.284, unit: "kB", goal: 5 },
    { client: "acme", measure: "whole client", value: 22, unit: "kB" },
    { client: "acme", measure: "cold import", value: 1.1, unit: "×", goal: 1.15 },
  ] as const;
  expect(formatFigures(figures)).toBe(
    [
      "acme  one call, gzip  6.28 kB     ≤ 5  over",
      "acme  whole client      22 kB",
      "acme  cold import       1.1 ×  ≤ 1.15",
      "",
    ].join("\n"),
  );
});
