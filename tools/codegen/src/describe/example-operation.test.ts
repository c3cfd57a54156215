import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { exampleStart } from "./example-operation.ts";
import { describeOperations } from "./operation.ts";

const state = { type: "string", enum: ["A", "B"], "x-lro-status": { running: ["A"], succeeded: ["B"] } };
const schema = { type: "object", properties: { state } };
const getJob = {
  operationId: "getJob",
  responses: { "200": { content: { "application/json": { schema } } } },
};

/** A start whose job goes through these values. */
const start = (operationId: string, values?: object) => ({
  operationId,
  responses: {
    "200": { links: { job: { operationId: "getJob", ...(values && { "x-lro-values": values }) } } },
  },
});
const ends = start("ends", { running: "A", succeeded: "B" });
const rests = start("rests", { running: "A", waiting: "C" });

it.each([
  { what: "one that ends", given: [rests, ends], want: "ends" },
  { what: "the first, where nothing else is said", given: [start("first"), ends], want: "first" },
  { what: "one that waits, rather than none", given: [rests], want: "rests" },
  { what: "none", given: [], want: undefined },
])("examples start $what", ({ given, want }) => {
  const starts = given.map((post, index) => [`/starts/${index}`, { post }] as const);
  const paths = { "/job": { get: getJob }, ...Object.fromEntries(starts) };
  expect(exampleStart(describeOperations(specOf({ paths: paths as never })))?.id).toBe(want);
});
