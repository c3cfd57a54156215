import { describe, expect, it } from "vitest";
import { connectTo, getJob } from "../../test/waiting.ts";
import { alsoAt } from "./also-at.ts";
import { settle } from "./settle.ts";

const lro = { ...getJob.lro, read: alsoAt({ status: ["value"], result: ["job", "out"], error: ["why"] }) };
const operation = { ...getJob, lro } as typeof getJob;

describe("marks that have been seen elsewhere", () => {
  it.each([
    {
      what: "are read there",
      given: { value: "DONE", job: { out: "{}" } },
      want: { status: "succeeded", value: "DONE", result: "{}", resultJson: {} },
    },
    {
      what: "are read there one by one",
      given: { state: "FAILED", why: "disk" },
      want: { status: "failed", error: "disk" },
    },
    {
      what: "count less than the documented ones",
      given: { state: "FAILED", value: "DONE", reason: "disk", why: "" },
      want: { status: "failed", error: "disk" },
    },
    { what: "may be nowhere", given: { state: "DONE" }, want: { status: "succeeded", result: undefined } },
  ])("$what", async ({ given, want }) => {
    const { connection } = connectTo([given]);
    const outcome = await settle(connection, operation, { jobId: "j" }, { deadline: "1m" });
    expect(outcome).toMatchObject(want);
    expect(outcome.data).toEqual(given);
  });
});
