import { expect, test } from "vitest";
import { benchOf, caseOf, documentOf, findingsOf, json, judgeAnswer } from "../../test/acme-jobs.ts";

const LOCATION = "/tenants/main/v3/jobs/1";
const ACCEPTED = { "job-id": "f61d60d2-698a-46dc-a266-88df27644956", state: "QUEUED" };

test.each([
  {
    given: { location: LOCATION, "retry-after": "2" },
    want: [
      ["pass", "header Location", LOCATION],
      ["pass", "header Retry-After", "2"],
    ],
  },
  {
    given: { "retry-after": "2" },
    want: [
      ["fail", "header Location", "no such header"],
      ["pass", "header Retry-After", "2"],
    ],
  },
  {
    given: { location: "not a reference", "retry-after": "soon" },
    want: [
      ["fail", "header Location (format uri-reference)", "not a reference"],
      ["fail", "header Retry-After (type integer)", "soon"],
    ],
  },
  {
    given: { location: LOCATION, "retry-after": "-1" },
    want: [
      ["pass", "header Location", LOCATION],
      ["fail", "header Retry-After (must be >= 0)", "-1"],
    ],
  },
  {
    given: { location: LOCATION, "retry-after": "2147483647.0000000001" },
    want: [
      ["pass", "header Location", LOCATION],
      ["fail", "header Retry-After (type integer)", "2147483647.0000000001"],
    ],
  },
  {
    given: { location: LOCATION, "retry-after": "" },
    want: [
      ["pass", "header Location", LOCATION],
      ["fail", "header Retry-After (type integer)", ""],
    ],
  },
])("$given", async ({ given, want }) => {
  const answer = json(202, ACCEPTED, "application/json", given);
  const judged = await judgeAnswer(caseOf("startJob", "202 accepted"), answer);
  expect(findingsOf(judged, "response-headers")).toEqual(want);
});

const NO_CODING = "header Content-Encoding (a content coding, such as gzip, or no such header)";

test.each([
  { coding: "gzip", want: [] },
  { coding: "deflate, GZIP", want: [] },
  { coding: "identity", want: [] },
  { coding: "", want: [] },
  { coding: "dcz", want: [] },
  { coding: "utf-8", want: [["fail", NO_CODING, "utf-8"]] },
  { coding: "gzip, constructor", want: [["fail", NO_CODING, "gzip, constructor"]] },
])("what undoes the coding of a body is a coding: $coding", async ({ coding, want }) => {
  const thing = documentOf({ responses: { "200": { description: "" } } });
  const answer = { status: 200, headers: { "content-encoding": coding } };
  const judged = await judgeAnswer(caseOf("getThing", "200", thing), answer, benchOf(thing));
  expect(findingsOf(judged, "response-headers")).toEqual(want);
});

test.each([
  { name: "an optional header may be missing", given: {}, want: [] },
  { name: "items are joined by commas", given: { "X-Levels": "1,2" }, want: ["pass"] },
  { name: "each item is judged", given: { "X-Levels": "1,high" }, want: ["fail"] },
  {
    name: "white space beside a comma is no part of an item",
    given: { "X-Levels": "1, 2 ,3" },
    want: ["pass"],
  },
  { name: "an object is joined by commas", given: { "X-Owner": "team,7" }, want: ["pass"] },
  { name: "each member is judged", given: { "X-Owner": "team,core" }, want: ["fail"] },
  { name: "an exploded object is pairs", given: { "X-Pairs": "team=7,x=a=b" }, want: ["pass"] },
  { name: "each pair is judged", given: { "X-Pairs": "team=core" }, want: ["fail"] },
  { name: "a content of JSON is read", given: { "X-Json": '{"team":7}' }, want: ["pass"] },
  { name: "and judged", given: { "X-Json": '{"team":"7"}' }, want: ["fail"] },
  { name: "what is no JSON is told", given: { "X-Json": "team" }, want: ["fail"] },
  { name: "a boolean is spelt out", given: { "X-Final": "true" }, want: ["pass"] },
  { name: "anything else is no boolean", given: { "X-Final": "1" }, want: ["fail"] },
  { name: "a type is found through references", given: { "X-Size": "12" }, want: ["pass"] },
  { name: "Content-Type is none of its own", given: { "content-type": "text/html" }, want: [] },
])("$name", async ({ given, want }) => {
  const integer = { type: "integer" };
  const team = { type: "object", properties: { team: integer } };
  const headers = {
    "X-Levels": { schema: { type: "array", items: { type: "integer" } } },
    "X-Owner": { schema: team },
    "X-Pairs": {
      schema: { type: "object", properties: { team: integer, x: { type: "string" } } },
      explode: true,
    },
    "X-Json": { content: { "application/json": { schema: team } } },
    "X-Final": { schema: { type: "boolean" } },
    "X-Size": { schema: { allOf: [{ $ref: "#/components/schemas/Size" }] } },
    "Content-Type": { required: true, schema: { const: "application/json" } },
  };
  const document = documentOf(
    { responses: { "200": { description: "", headers } } },
    { schemas: { Size: { type: ["integer", "null"] } } },
  );
  const answer = { status: 200, headers: given };
  const judged = await judgeAnswer(caseOf("getThing", "200", document), answer, benchOf(document));
  expect(findingsOf(judged, "response-headers").map(([verdict]) => verdict)).toEqual(want);
});
