import { expect, test } from "vitest";
import type { Json } from "../../document/json.ts";
import { veil } from "./veil.ts";

test.each<{ given: Json; want: Json }>([
  { given: "plain", want: "plain" },
  { given: { name: "n", password: "p" }, want: { name: "n", password: "***" } },
  {
    given: { "secure-string": { value: "p", size: 1 } },
    want: { "secure-string": { value: "***", size: "***" } },
  },
  { given: [{ accessKeySecret: ["a", null] }, 1], want: [{ accessKeySecret: ["***", "***"] }, 1] },
  { given: JSON.parse('{"__proto__":{"token":1}}'), want: JSON.parse('{"__proto__":{"token":"***"}}') },
])("$given is shown as $want", ({ given, want }) => {
  expect(JSON.stringify(veil(given))).toBe(JSON.stringify(want));
});
