import { describe, expect, it } from "vitest";
import { operations } from "../test/service.ts";
import { placeArguments } from "./arguments.ts";

describe("placeArguments refuses", () => {
  const rows = [
    {
      given: ["getJob", { jobID: "j1" }],
      want: 'getJob has no argument "jobID". It takes: jobId, verbose, tag, X-Trace, theme.',
    },
    {
      given: ["startJob", { body: {} }],
      want: 'startJob has no argument "body". It takes: dryRun, name, async-execution.',
    },
    {
      given: ["patchJob", { jobId: "j1", name: "x" }],
      want: 'patchJob has no argument "name". It takes: jobId, body.',
    },
    { given: ["ping", { constructor: 1 }], want: 'ping has no argument "constructor". It takes: none.' },
    { given: ["ping", { misspelt: undefined }], want: 'ping has no argument "misspelt". It takes: none.' },
  ] as const;

  it.each(rows)("$given.0 $given.1", ({ given: [id, args], want }) => {
    expect(() => placeArguments(operations[id], args)).toThrow(new TypeError(want));
  });
});
