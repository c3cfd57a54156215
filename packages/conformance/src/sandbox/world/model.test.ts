import { describe, expect, test } from "vitest";
import { acmeWorld } from "../../../test/acme-world.ts";
import { readModel } from "./model.ts";

const model = readModel(acmeWorld);
const role = (id: string) => model.operations.get(id);

describe("what operations do, by what the document says of them", () => {
  test.each([
    { id: "startJob", want: ["creates"] },
    { id: "createScript", want: ["creates"] },
    { id: "getJob", want: ["safe"] },
    { id: "cancelJob", want: ["cancels"] },
    { id: "deleteJob", want: ["deletes"] },
    { id: "deleteScript", want: ["deletes"] },
    { id: "updateScript", want: ["updates"] },
    { id: "answerJob", want: [] },
    { id: "deliverJob", want: [] },
    { id: "listScripts", want: ["safe"] },
  ])("$id", ({ id, want }) => {
    const flags = (["creates", "safe", "cancels", "deletes", "updates"] as const).filter(
      (flag) => role(id)?.[flag],
    );
    expect(flags).toEqual(want);
  });

  test("a person's answer is told by the link, with its constants", () => {
    expect(role("answerJob")?.answers).toEqual([
      { state: "running", constants: { say: "yes" } },
      { state: "failed", constants: { say: "no" } },
    ]);
  });

  test("jobs are of one kind, scripts of another", () => {
    expect(role("startJob")?.kind).toBe(role("getJob")?.kind);
    expect(role("deliverJob")?.kind).toBe(role("getJob")?.kind);
    expect(role("createScript")?.kind).toBe(role("listScripts")?.kind);
    expect(role("createScript")?.kind).not.toBe(role("getJob")?.kind);
  });

  test("ids are arguments that links bind, and those that the document shows are known", () => {
    expect([...model.families.keys()].sort()).toEqual(["jobid", "scriptid"]);
    expect([...(model.documentedIds.get("jobid") ?? [])]).toEqual(["job-5d17f9a2"]);
  });
});
