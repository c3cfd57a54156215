import { expect, it } from "vitest";
import { errataSection } from "./readme-errata.ts";

it.each([
  { given: "It differs. Seen on 9.1.", want: "It differs." },
  {
    given: "It is not deleted: 409, which is\n  not documented. Reported.",
    want: "It is not deleted: 409, which is not documented.",
  },
  { given: "Measured on 9.1. 8.18 answers with `Authenticate: Bearer`.", want: "Measured on 9.1." },
  { given: "Here it is `Authenticate: Bearer`", want: "Here it is `Authenticate: Bearer`" },
])("of an erratum, the first sentence: $want", ({ given, want }) => {
  const action = { target: "$", "x-erratum": "one", description: given, update: {} };
  const section = errataSection({ actions: [action] } as never, "acme");
  expect(section[1]).toContain("`specs/acme/observed.overlay.yaml` of @settled/conformance");
  expect(section.at(-1)).toBe(`- \`one\`: ${want}`);
});

it("where none was seen, nothing is said", () => {
  expect(errataSection(undefined, "acme")).toEqual([]);
});
