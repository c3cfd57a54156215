import { expect, it } from "vitest";
import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";
import { argumentTypes, sharedArgument, sharedArguments } from "./argument-types.ts";

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
  expect(sharedArgument("job-id", id)).toBe(
    "interface JobIdArgument {\n  /** Which job. */\n  id: string;\n}\n",
  );
});
