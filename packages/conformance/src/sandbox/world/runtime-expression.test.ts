import { describe, expect, test } from "vitest";
import { evaluate, fillIn, readExpression } from "./runtime-expression.ts";

const over = {
  path: { jobId: "1" },
  query: { "site.name": "north" },
  header: { "X-Trace": "t" },
  body: { a: { "b/c": [1, { d: null }] } },
  response: { headers: { Location: "/jobs/1" }, body: { id: 7 } },
};

describe("an expression stands for a part of the exchange (OAS 3.1.1 §4.8.20.4)", () => {
  test.each([
    { given: "$request.path.jobId", want: "1" },
    { given: "$request.query.site.name", want: "north" },
    { given: "$request.header.x-trace", want: "t" },
    { given: "$request.body#/a/b~1c/0", want: 1 },
    { given: "$request.body", want: over.body },
    { given: "$response.body#/id", want: 7 },
    { given: "{$response.body#/id}", want: 7 },
    { given: "$response.header.location", want: "/jobs/1" },
    { given: "$response.body#/nothing", want: undefined },
    { given: "$request.path.nothing", want: undefined },
  ])("$given", ({ given, want }) => {
    const expression = readExpression(given);
    expect(expression && evaluate(expression, over)).toEqual(want);
    expect(expression).toBeDefined();
  });

  test.each(["constant", "$url", "$method", "$statusCode", 3, null])("%s is none", (given) => {
    expect(readExpression(given)).toBeUndefined();
  });
});

test("arguments are filled in at any depth, and what is missing is left out", () => {
  const given = {
    id: "$response.body#/id",
    list: ["$request.path.jobId", "$request.path.none"],
    in: { c: "x", n: "$request.path.none" },
  };
  expect(fillIn(given, over)).toEqual({ id: 7, list: ["1"], in: { c: "x" } });
});
