import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { inlineSchemas, nameInline } from "./inline-schemas.ts";

const text = { type: "string" };
const count = { type: "integer" };

it.each([
  { what: "the name it asks for", given: [[text, "Mode"]], want: ["Mode"] },
  {
    what: "one name where two say the same",
    given: [
      [text, "Mode"],
      [{ ...text }, "Mode"],
    ],
    want: ["Mode", "Mode"],
  },
  {
    what: "a number where another has the name",
    given: [
      [text, "Mode"],
      [count, "Mode"],
      [text, "Mode"],
      [count, "Mode"],
    ],
    want: ["Mode", "Mode_2", "Mode", "Mode_2"],
  },
  {
    what: "no sign that a component's name cannot have",
    given: [[text, "filter[state]/x"]],
    want: ["filter_state__x"],
  },
] as const)("a schema without a name gets $what", ({ given, want }) => {
  const spec = specOf({});
  expect(given.map(([schema, wish]) => nameInline(spec, schema, wish))).toEqual(want);
  expect([...inlineSchemas(spec).keys()]).toEqual([...new Set(want)]);
});
