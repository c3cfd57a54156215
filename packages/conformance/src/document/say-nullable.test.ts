import { describe, expect, test } from "vitest";
import { benchOf, caseOf, complaints, documentOf, json, judgeAnswer } from "../../test/acme-jobs.ts";
import { sayNullable } from "./say-nullable.ts";

describe("what 3.0 called nullable is said by types", () => {
  test.each<{ given: object; want: object }>([
    { given: { type: "string", nullable: true }, want: { type: ["string", "null"] } },
    { given: { type: ["string"], nullable: true }, want: { type: ["string", "null"] } },
    { given: { type: ["string", "null"], nullable: true }, want: { type: ["string", "null"] } },
    { given: { type: "string", nullable: false }, want: { type: "string" } },
    { given: { description: "Anything.", nullable: true }, want: { description: "Anything." } },
    {
      given: { $ref: "#/components/schemas/Thing", nullable: true },
      want: { anyOf: [{ $ref: "#/components/schemas/Thing" }, { type: "null" }] },
    },
    // A member of that name, and data, are left alone.
    {
      given: { properties: { nullable: { type: "boolean" } }, example: { nullable: true } },
      want: { properties: { nullable: { type: "boolean" } }, example: { nullable: true } },
    },
  ])("$given", ({ given, want }) => {
    const root = { components: { schemas: { Own: given } } };
    const before = structuredClone(root);
    expect(sayNullable(root as never)).toEqual({ components: { schemas: { Own: want } } });
    expect(root).toEqual(before);
  });

  test("and a document without it is itself", () => {
    const root = { openapi: "3.1.1", paths: {} };
    expect(sayNullable(root)).toBe(root);
  });
});

test("so that null is no finding, and all else is", async () => {
  const schemas = { Day: { type: "string", format: "date" } };
  const day = { $ref: "#/components/schemas/Day", nullable: true };
  const schema = { type: "object", properties: { name: { type: "string", nullable: true }, day } };
  const content = { "application/json": { schema } };
  const from = documentOf({ responses: { "200": { description: "A thing.", content } } }, { schemas });
  const judge = async (body: object) =>
    complaints(await judgeAnswer(caseOf("getThing", "200", from), json(200, body), benchOf(from)));
  expect(await judge({ name: null, day: null })).toEqual([]);
  const places = (await judge({ name: 1, day: 2 })).map((finding) => finding.at(-1));
  expect([...new Set(places)]).toEqual(["#/name", "#/day"]);
});
