import { expect, test } from "vitest";
import { documentOf } from "../../test/acme-jobs.ts";
import type { JsonObject } from "../document/json.ts";
import { alikeIn } from "./alike-schemas.ts";
import { compileModule, lazyValidators } from "./compile-validators.ts";
import { listSchemas } from "./list-schemas.ts";
import { runModule } from "./run-validators.ts";

const components = { schemas: { Name: { type: "string" }, Other: { type: "string", $anchor: "other" } } };

test.each<{ name: string; a: object; b: object; more?: object; want: boolean }>([
  { name: "the same words", a: { type: "string" }, b: { type: "string" }, want: true },
  { name: "other words", a: { type: "string" }, b: { type: "integer" }, want: false },
  {
    name: "the same words in another order",
    a: { type: "string", minLength: 1 },
    b: { minLength: 1, type: "string" },
    want: false,
  },
  {
    name: "the same reference",
    a: { $ref: "#/components/schemas/Name" },
    b: { $ref: "#/components/schemas/Name" },
    want: true,
  },
  { name: "an id anywhere", a: { $id: "a:b" }, b: { type: "string" }, want: false },
  {
    name: "the same words where an anchor is",
    a: { type: "string" },
    b: { type: "string" },
    more: components,
    want: false,
  },
])("are compiled once: $name, $want", ({ a, b, more = { schemas: { Name: { type: "string" } } }, want }) => {
  const parameter = (name: string, schema: object) => ({ name, in: "query", schema });
  const document = documentOf({ parameters: [parameter("a", a), parameter("b", b)] }, more);
  const [first = "", second = ""] = listSchemas(document);
  const alike = alikeIn(document.root as JsonObject);
  expect([alike(first), alike(second)]).toEqual([first, want ? first : second]);
  for (const validators of [lazyValidators(document), runModule(document, compileModule(document))]) {
    expect(validators.get(first) === validators.get(second)).toBe(want);
    expect(validators.get(second)?.(1)).toBe((b as { type?: string }).type === "integer");
  }
});

test("what cannot be compiled is told where it was asked for", () => {
  const parameter = (name: string) => ({ name, in: "query", schema: { type: "strange" } });
  const document = documentOf({ parameters: [parameter("a"), parameter("b")] });
  const validators = lazyValidators(document);
  for (const pointer of listSchemas(document)) {
    expect(() => validators.get(pointer)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(pointer) }),
    );
  }
});
