import { describe, expect, test } from "vitest";
import { errorCodePlace, successCodes } from "./error-code-place.ts";
import type { Json, JsonObject } from "./json.ts";

const marked = (schema: JsonObject, mark: Json = true) => ({ ...schema, "x-lro-error-code": mark });
const rootOf = (properties: JsonObject): JsonObject => ({ schema: { type: "object", properties } });

describe("of several marked places, it is", () => {
  const outer = { code: marked({ enum: ["A", "B"] }) };
  const inner = { error: { properties: { code: marked({ enum: ["B", "C", 7] }) } } };
  const bare = { status: marked({ type: "integer" }) };
  test.each<{ name: string; given: JsonObject; code?: Json; want: string[] | undefined }>([
    { name: "none, where none is marked", given: { code: { enum: ["A"] } }, code: "A", want: undefined },
    { name: "the only one", given: outer, code: "Z", want: ["code"] },
    {
      name: "the one that documents the code",
      given: { ...outer, ...inner },
      code: "C",
      want: ["error", "code"],
    },
    { name: "the nearest, if both do", given: { ...inner, ...outer }, code: "B", want: ["code"] },
    {
      name: "the one whose number is meant by text",
      given: { ...outer, ...inner },
      code: "7",
      want: ["error", "code"],
    },
    {
      name: "the nearest that documents any, for another code",
      given: { ...bare, ...inner },
      code: "Z",
      want: ["error", "code"],
    },
    {
      name: "the nearest that documents any, for no code",
      given: { ...bare, ...inner, ...outer },
      want: ["code"],
    },
    {
      name: "the first, if none documents any",
      given: { ...bare, other: marked({}) },
      code: "Z",
      want: ["status"],
    },
  ])("$name", ({ given, code, want }) => {
    expect(errorCodePlace(rootOf(given), "#/schema", code)?.steps).toEqual(want);
  });

  test("none, where there is no schema", () => {
    expect(errorCodePlace({}, undefined, "A")).toBeUndefined();
  });
});

test.each<{ given: Json; want: Json[] | undefined }>([
  { given: true, want: undefined },
  { given: { success: ["0", 0] }, want: ["0", 0] },
  { given: { success: [] }, want: [] },
  { given: { success: "0" }, want: undefined },
])("the codes of success in $given", ({ given, want }) => {
  expect(successCodes(given)).toEqual(want);
});
