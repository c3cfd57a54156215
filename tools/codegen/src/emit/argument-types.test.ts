import { expect, it } from "vitest";
import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";
import { argumentTypes, sharedArguments, sharedArgumentTypes } from "./argument-types.ts";

const id = {
  name: "id",
  component: "job-id",
  required: true,
  type: "string",
  description: "Which job.",
} as Argument;
const site = { name: "site", component: "site", type: "string" } as Argument;
const own = { name: "expand", component: undefined, type: "boolean" } as Argument;

function operationOf(typeName: string, all: readonly Argument[]): Operation {
  return { id: typeName, typeName, arguments: all } as unknown as Operation;
}

it("what several operations take is spelt out once, what one takes is its own", () => {
  const operations = [operationOf("Get", [id, site, own]), operationOf("Put", [id]), operationOf("Ping", [])];
  const shared = sharedArguments(operations);
  expect([...shared.keys()]).toEqual(["job-id"]);
  expect(operations.map((operation) => argumentTypes(operation, shared))).toEqual([
    `export interface GetArguments extends JobIdArgument {
  site?: string | undefined;
  expand?: boolean | undefined;
}
`,
    "export interface PutArguments extends JobIdArgument {\n}\n",
    "export type PingArguments = Record<string, never>;\n",
  ]);
  expect(sharedArgumentTypes(shared)).toEqual([
    "interface JobIdArgument {\n  /** Which job. */\n  id: string;\n}\n",
  ]);
});

it("two that a type says alike have one name", () => {
  const small = { name: "limit", component: "limit", type: "number" } as Argument;
  const [first, second] = [small, { ...small, component: "limit-to-50" } as Argument];
  const operations = ["A", "B"].flatMap((name) => [
    operationOf(`${name}1`, [first]),
    operationOf(`${name}2`, [second]),
  ]);
  const shared = sharedArguments(operations);
  expect([...shared.keys()]).toEqual(["limit", "limit-to-50"]);
  expect(sharedArgumentTypes(shared)).toHaveLength(1);
  expect(operations.map((operation) => argumentTypes(operation, shared)).join("")).not.toContain("LimitTo50");
});
