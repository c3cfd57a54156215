import { describe, expect, it } from "vitest";
import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";
import { printExampleCall } from "./call.ts";

const argument: Argument = {
  name: "id",
  in: "query",
  required: false,
  description: undefined,
  type: "string",
  example: "1",
  sampled: false,
  plain: true,
  misfit: 0,
};

describe("printExampleCall", () => {
  const rows: { what: string; given: Partial<Argument>[]; linkedBy?: string[]; want: string }[] = [
    {
      what: "what is required",
      given: [{ required: true }, { name: "note", sampled: true }],
      want: 'acme.getJob({ id: "1" })',
    },
    {
      what: "what the sample of the body holds",
      given: [
        { required: true },
        { name: "note", in: "member", sampled: true },
        { name: "more", in: "member" },
      ],
      want: 'acme.getJob({ id: "1", note: "1" })',
    },
    {
      what: "what other operations link by",
      given: [{}, { name: "note", sampled: true }],
      linkedBy: ["id"],
      want: 'acme.getJob({ id: "1" })',
    },
    {
      what: "the first of what has a sample",
      given: ["a", "b", "c", "d", "e"].map((name) => ({ name, sampled: name !== "b" })),
      want: 'acme.getJob({ a: "1", c: "1", d: "1" })',
    },
    { what: "nothing, where there are no samples", given: [{}], want: "acme.getJob()" },
  ];

  it.each(rows)("shows $what", ({ given, linkedBy = [], want }) => {
    const args = given.map((one) => ({ ...argument, ...one }));
    const operation = { id: "getJob", arguments: args, linkedBy: new Set(linkedBy) } as unknown as Operation;
    expect(printExampleCall("acme", operation)).toBe(want);
  });
});
