import { expect, it } from "vitest";
import { errataSection } from "./readme-errata.ts";

it.each([
  { given: ["one"], want: "by name: `one`. Where" },
  { given: ["one", "other"], want: "by name: `one`, `other`. Where" },
])("errata are told by their names, and where the rest stands: $given", ({ given, want }) => {
  const actions = given.map((name) => ({ target: "$", "x-erratum": name, description: "Seen.", update: {} }));
  const section = errataSection({ actions } as never, "acme");
  expect(section.at(-1)).toContain(want);
  expect(section.at(-1)).toContain("`specs/acme/observed.overlay.yaml` of @settled/conformance");
});

it("where none was seen, nothing is said", () => {
  expect(errataSection(undefined, "acme")).toEqual([]);
});
