import { expect, it } from "vitest";
import { extendSchemas } from "./schema-bases.ts";

const id =
  "\t\t/** Id of the job, so long that it is worth to be told by another schema: by one that has no other member. */\n\t\tid?: string;\n";
const state = '\t\t/**\n\t\t * How it stands.\n\t\t * It may be anything.\n\t\t */\n\t\tstate?: "A" | "B";\n';
const nested = "\t\tnested?: {\n\t\t\t/** Inner. */\n\t\t\tinner?: number;\n\t\t}[];\n";
const schema = (name: string, ...members: string[]) => `\t${name}: {\n${members.join("")}\t};\n`;
const module = (schemas: string) =>
  `export interface inline {\n${schema("Whole", id, state, nested)}}\nexport interface schemas {\n${schemas}}\n`;
const job = schema("Job", id, state);

it.each([
  {
    what: "one that has all of another",
    given: `${job}${schema("Whole", state, nested, id)}`,
    want: `${job}\tWhole: schemas["Job"] & {\n${nested}\t};\n`,
  },
  {
    what: "one that has most of several, by the largest",
    given: `${schema('"a.b"', id)}${job}${schema("Whole", id, state, nested)}`,
    want: `${schema('"a.b"', id)}\tJob: schemas["a.b"] & {\n${state}\t};\n\tWhole: schemas["Job"] & {\n${nested}\t};\n`,
  },
])("tells $what", ({ given, want }) => {
  expect(extendSchemas(module(given))).toBe(module(want));
});

it.each([
  { what: "two that are alike", given: `${job}${schema("Other", id, state)}` },
  {
    what: "one that says otherwise what it is",
    given: `${job}${schema("Other", id.replace("Id", "Name"), state, nested)}`,
  },
  { what: "one that saves little", given: `${schema("Small", nested)}${schema("Other", nested, state)}` },
  { what: "what is no object", given: `${job}\tText: string;\n\tList: schemas["Job"][];\n` },
  { what: "one without members", given: `${schema("None")}${job}` },
])("leaves $what", ({ given }) => {
  expect(extendSchemas(module(given))).toBe(module(given));
});

it("leaves a module without schemas", () => {
  expect(extendSchemas("export {};\n")).toBe("export {};\n");
});
