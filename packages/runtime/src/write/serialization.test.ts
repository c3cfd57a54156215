import { describe, expect, it } from "vitest";
import { asJson, flat, type Serialization, serialization } from "./serialization.ts";

describe("serialization", () => {
  const flatly: Serialization = { F: flat };
  const json: Serialization = { F: asJson };
  const rows: { given: Record<string, unknown>; how: Serialization; want: object }[] = [
    {
      given: { F: [{ Name: "Status", Value: ["a", "b"] }] },
      how: flatly,
      want: { "F.1.Name": "Status", "F.1.Value.1": "a", "F.1.Value.2": "b" },
    },
    { given: { F: { k: "v", "a.b": 1 } }, how: flatly, want: { "F.k": "v", "F.a.b": "1" } },
    { given: { F: ["r1", "r2"] }, how: flatly, want: { "F.1": "r1", "F.2": "r2" } },
    { given: { F: [[1], [2, 3]] }, how: flatly, want: { "F.1.1": "1", "F.2.1": "2", "F.2.2": "3" } },
    {
      given: { F: [true, "", null, undefined, false] },
      how: flatly,
      want: { "F.1": "true", "F.2": "", "F.5": "false" },
    },
    { given: { F: [] }, how: flatly, want: {} },
    { given: { F: "plain" }, how: flatly, want: { F: "plain" } },
    { given: { F: { k: ["v"] }, G: ["x"] }, how: json, want: { F: '{"k":["v"]}', G: ["x"] } },
    { given: { F: {} }, how: json, want: { F: "{}" } },
    { given: { F: "text" }, how: json, want: { F: '"text"' } },
    { given: { F: null, G: undefined }, how: json, want: { F: null, G: undefined } },
    // Only what is documented is written so, whatever an object inherits.
    { given: { constructor: ["x"] }, how: {}, want: { constructor: ["x"] } },
  ];

  it.each(rows)("$given as $how → $want", ({ given, how, want }) => {
    expect(serialization(how)(given)).toEqual(want);
  });
});
