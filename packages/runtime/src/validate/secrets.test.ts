import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createJudge } from "./judge.ts";
import type { Schema } from "./schema.ts";

/** One schema of each kind, so that any body is wrong in many ways. */
const TABLE: readonly Schema[] = [
  {
    type: "object",
    properties: { password: 1, state: 2, items: 3, other: 4, inner: 0 },
    required: ["missing"],
  },
  { enum: ["A", "B"], maxLength: 2 },
  { anyOf: [1, 3], oneOf: [1, 4], pattern: "^A$" },
  { type: "array", items: 1, uniqueItems: true, maxItems: 1 },
  { type: "integer", additionalProperties: 1, not: 3, minimum: 5 },
];

// Longer than any documented value, as keys and tokens are.
const CANARY = `canary-${"0123456789abcdef".repeat(3)}`;

const bodies = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(CANARY, `Bearer ${CANARY}`, `A\n${CANARY}`),
    fc.constantFrom(null, true, 1, "A", "other"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("password", "state", "items", "other", "inner"), tie("value")),
  ),
})).value;

test("no long text of a body is in what is found in it, wherever it stands", () => {
  const judge = createJudge(TABLE);
  let found = 0;
  fc.assert(
    fc.property(bodies, fc.nat({ max: TABLE.length - 1 }), (body, schema) => {
      const findings = judge(schema, body);
      found += findings.length;
      expect(JSON.stringify(findings)).not.toContain("canary");
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(2000);
});

describe("a short value is shown where a list of values is documented, unless its name says that it is a secret", () => {
  it.each([
    { name: "state", want: '"Hq7"' },
    { name: "password", want: "string of 3 characters" },
    { name: "adminPasswd", want: "string of 3 characters" },
    { name: "access_token", want: "string of 3 characters" },
    { name: "SecretAccessKey", want: "string of 3 characters" },
    { name: "x-signature", want: "string of 3 characters" },
    { name: "Set-Cookie", want: "string of 3 characters" },
    { name: "credentials", want: "string of 3 characters" },
  ])("$name", ({ name, want }) => {
    const table: Schema[] = [{ properties: { [name]: 1 } }, { enum: ["A"] }];
    expect(createJudge(table)(0, { [name]: "Hq7" })[0]?.received).toBe(want);
  });

  it("nor that of anything below it", () => {
    const table: Schema[] = [{ properties: { secret: 1 } }, { items: 2 }, { minimum: 10 }];
    expect(createJudge(table)(0, { secret: [7] })).toEqual([
      { at: "/secret/0", expected: "at least 10", received: "number" },
    ]);
  });

  it("nor where only kinds are documented", () => {
    const table: Schema[] = [{ anyOf: [1, 2] }, { type: "object" }, { type: "null" }];
    expect(createJudge(table)(0, "Hq7")[0]?.received).toBe("string of 3 characters");
  });
});
