import { beforeEach, describe, expect, test } from "vitest";
import { acmeWorld } from "../../../test/acme-world.ts";
import { createUser, type Given, type Outcome, type WorldUser } from "../../../test/world-user.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import type { Preference } from "../prefer.ts";

let acme: WorldUser;
beforeEach(() => {
  acme = createUser(acmeWorld);
});

const bodyOf = ({ draft }: Outcome): JsonObject => (isObject(draft?.value) ? draft.value : {});
const start = (given: Given = { title: "weekly" }, preference?: Preference): string =>
  String(bodyOf(acme.call("startJob", given, preference)).id);
const poll = (jobId: string, times = 1): JsonObject => {
  let body: JsonObject = {};
  for (let count = 0; count < times; count += 1) {
    acme.clock.advance(1000);
    body = bodyOf(acme.call("getJob", { jobId }));
  }
  return body;
};
const mistakes = ({ violations }: Outcome) => violations.map(({ mistake }) => mistake);

describe("an execution", () => {
  test("has an id of its own, and an address", () => {
    const { draft } = acme.call("startJob", { title: "weekly" });
    const { id } = (draft?.value ?? {}) as JsonObject;
    expect(id).toMatch(/^job-[0-9a-f]{8}$/);
    expect(draft?.headers.Location).toBe(`/tenants/main/v3/jobs/${id}/`);
  });

  test("goes on with each poll, and tells no more than is so", () => {
    const id = start();
    const told = Array.from({ length: 6 }, () => poll(id));
    expect(told.map(({ state }) => state)).toEqual([
      "QUEUED",
      "RUNNING",
      "RUNNING",
      "RUNNING",
      "DONE",
      "DONE",
    ]);
    expect(told.map(({ percent }) => percent)).toEqual([0, 0, 33, 67, 100, 100]);
    expect(told.map((body) => "outputs" in body)).toEqual([false, false, false, false, true, true]);
    expect(told.map((body) => "endedAt" in body)).toEqual([false, false, false, false, true, true]);
    expect(told.every((body) => body.id === id && body.title === "weekly" && !("reason" in body))).toBe(true);
    expect(told.at(-1)).toMatchObject({
      startedAt: "2026-01-01T00:00:00.000Z",
      endedAt: "2026-01-01T00:00:05.000Z",
    });
  });

  test("fails as it is asked to, with a reason and without a result", () => {
    const body = poll(start({}, { outcome: "failed" }), 6);
    expect(body).toMatchObject({ state: "FAILED", reason: "Disk full." });
    expect(body).not.toHaveProperty("outputs");
  });

  test("tells its inputs again as what came of them, but no secret", () => {
    const puts = [
      { name: "rows", text: "12" },
      { name: "key", sealed: { text: "hush" } },
    ];
    const body = poll(start({ puts }), 6);
    expect(body.outputs).toEqual([
      { name: "rows", text: "12" },
      { name: "key", sealed: {} },
    ]);
    expect(JSON.stringify(acme.world.snapshot())).not.toContain("hush");
  });

  test("is not told what does not fit", () => {
    expect(poll(start({ title: "longer than twenty letters" })).title).toBe("nightly");
  });

  test("is canceled, unless it is over", () => {
    const [live, over] = [start(), start()];
    poll(live, 2);
    poll(over, 6);
    acme.call("cancelJob", { jobId: live });
    acme.call("cancelJob", { jobId: over });
    expect([poll(live).state, poll(over).state]).toEqual(["CANCELED", "DONE"]);
  });

  test.each([
    { say: "yes", want: "DONE" },
    { say: "no", want: "FAILED" },
    // What no link names lets it go on.
    { say: "later", want: "DONE" },
  ])("waits for a person: $say", ({ say, want }) => {
    const id = start({}, { outcome: "waiting" });
    expect(poll(id, 9).state).toBe("ON_HOLD");
    acme.call("answerJob", { jobId: id, say });
    expect(poll(id, 4).state).toBe(want);
  });

  test("asks something as long as it waits", () => {
    const id = start({}, { outcome: "waiting" });
    const ask = () => acme.call("getQuestion", { jobId: id });
    expect(mistakes(ask())).toEqual(["notFound"]);
    poll(id, 9);
    expect(bodyOf(ask())).toEqual({ text: "Go on?" });
    acme.call("answerJob", { jobId: id, say: "yes" });
    expect(mistakes(ask())).toEqual(["notFound"]);
  });

  test("goes through the values of the start that set it going", () => {
    const id = start();
    poll(id, 6);
    acme.call("deliverJob", { jobId: id });
    expect([poll(id).state, poll(id, 5).state]).toEqual(["SENDING", "SENT"]);
    expect(acme.world.executions()).toMatchObject([{ id, operation: "deliverJob", state: "succeeded" }]);
  });

  test.each([
    { outcome: undefined, later: 3_599_000, want: "DONE" },
    { outcome: undefined, later: 3_601_000, want: undefined },
    { outcome: "expired" as const, later: 0, want: undefined },
  ])(
    "can be asked for as long as the document says: $outcome, $later ms later",
    ({ outcome, later, want }) => {
      const id = start({}, outcome && { outcome });
      poll(id, 6);
      acme.clock.advance(later - 2000);
      expect(poll(id).state).toBe(want);
    },
  );

  test("is steered", () => {
    const id = start();
    expect(acme.world.steer(id, "failed")).toBe(true);
    expect(poll(id, 9).state).toBe("FAILED");
    expect(acme.world.steer("job-none", "failed")).toBe(false);
  });

  test("goes by time", () => {
    acme = createUser(acmeWorld, { by: "time", step: 60_000 });
    const id = start();
    expect(poll(id, 20).state).toBe("QUEUED");
    acme.clock.advance(60_000);
    expect(poll(id).state).toBe("RUNNING");
    acme.clock.advance(240_000);
    expect(acme.world.executions()).toMatchObject([{ id, state: "succeeded", progress: 100 }]);
  });

  test("is the same for a repeated request", () => {
    const [first, again, other] = ["a", "a", "b"].map((ticket) => start({ ticket }));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test("has a log, line by line and entry by entry", () => {
    const id = start();
    poll(id, 2);
    expect(String(acme.call("getLog", { jobId: id }).draft?.value).split("\n")).toHaveLength(2);
    expect(bodyOf(acme.call("getEvents", { jobId: id })).events).toEqual([
      { at: "2026-01-01T00:00:01Z", message: "Step 1: notStarted" },
      { at: "2026-01-01T00:00:02Z", message: "Step 2: running" },
    ]);
  });

  test("is deleted", () => {
    const id = start();
    acme.call("deleteJob", { jobId: id });
    expect(mistakes(acme.call("getJob", { jobId: id }))).toEqual(["notFound"]);
    expect(acme.world.executions()).toEqual([]);
  });
});

describe("what is not there", () => {
  test.each([
    { name: "is not found", call: "getJob", given: { jobId: "job-00000000" }, want: ["notFound"] },
    {
      name: "of another kind is not found",
      call: "getScript",
      given: { script_id: "job-5d17f9a2" },
      want: ["notFound"],
    },
    { name: "but is documented is", call: "getJob", given: { jobId: "job-5d17f9a2" }, want: [] },
  ])("$name", ({ call, given, want }) => expect(mistakes(acme.call(call, given))).toEqual(want));

  test("but is documented is answered as documented", () => {
    const { draft } = acme.call("getJob", { jobId: "job-5d17f9a2" });
    expect(draft?.value).toEqual(acme.operation("getJob").responses["200"]?.content[0]?.examples[0]?.value);
  });
});

describe("a plain thing", () => {
  const read = (script_id: string) => bodyOf(acme.call("getScript", { script_id }));

  test("is created, read, changed and deleted; its secrets are not shown", () => {
    const id = String(bodyOf(acme.call("createScript", { name: "Mine", password: "hush" })).script_id);
    expect(read(id)).toEqual({ id, name: "Mine", password: "hidden" });
    acme.call("updateScript", { script_id: id, name: "Yours" });
    expect(read(id).name).toBe("Yours");
    acme.call("deleteScript", { script_id: id });
    expect(mistakes(acme.call("getScript", { script_id: id }))).toEqual(["notFound"]);
  });

  test("that the document shows can be deleted", () => {
    acme.call("deleteScript", { script_id: "script-41" });
    expect(mistakes(acme.call("getScript", { script_id: "script-41" }))).toEqual(["notFound"]);
    expect(JSON.stringify(acme.call("listScripts").draft?.value)).not.toContain('"script-41"');
  });

  test("that a list shows can be read", () => {
    const [, second] = bodyOf(acme.call("listScripts")).scripts as JsonObject[];
    expect(read(String(second?.id))).toMatchObject({ id: second?.id ?? "", name: second?.name ?? "" });
  });
});

describe("a list", () => {
  const list = (operation: string, given: Given = {}) => bodyOf(acme.call(operation, given));

  test("of executions shows those that the document shows, until one is started", () => {
    expect(list("listJobs")).toEqual({ jobs: [expect.objectContaining({ id: "job-5d17f9a2" })], total: 1 });
    const ids = [start(), start()];
    const { jobs, total } = list("listJobs");
    expect([(jobs as JsonObject[]).map(({ id }) => id), total]).toEqual([ids.reverse(), 2]);
  });

  test.each([
    { given: { title: "b" }, want: 1 },
    { given: { title: "c" }, want: 0 },
    { given: { state: "DONE" }, want: 0 },
    { given: { state: "QUEUED" }, want: 2 },
    // A word that no state has is one of the filter's own.
    { given: { state: "everything" }, want: 2 },
  ])("shows what fits $given", ({ given, want }) => {
    start({ title: "a" });
    start({ title: "b" });
    expect(list("listJobs", given).jobs).toHaveLength(want);
  });

  test("has pages that stay what they are while more is started", () => {
    const ids = Array.from({ length: 12 }, () => start()).reverse();
    const first = list("listJobs");
    start();
    const second = list("listJobs", { after: first.next as Json });
    const third = list("listJobs", { after: second.next as Json });
    const shown = [first, second, third].flatMap(({ jobs }) => (jobs as JsonObject[]).map(({ id }) => id));
    expect(shown).toEqual(ids);
    expect(third).not.toHaveProperty("next");
  });

  test("refuses a token that it did not give", () => {
    expect(mistakes(acme.call("listJobs", { after: "bm9uZQ" }))).toEqual(["parameterInvalid"]);
  });

  test("of other things shows what was created before what the document shows", () => {
    const { script_id } = bodyOf(acme.call("createScript", { name: "Mine" }));
    const { scripts, count } = list("listScripts", { limit: 50 });
    const [mine, shown, ...more] = scripts as JsonObject[];
    expect([mine, shown, count, more.length]).toEqual([
      { id: script_id, name: "Mine" },
      { id: "script-41", name: "Script01" },
      25,
      23,
    ]);
    expect(list("listScripts", { name: "Mine" })).toEqual({ scripts: [mine], count: 1 });
    expect(list("listScripts", { offset: 24, limit: 5 }).scripts).toHaveLength(1);
  });
});

test("no more things are kept than there is room for: the oldest go", () => {
  const oldest = start();
  for (let count = 0; count < 10_000; count += 1) start({});
  expect(acme.world.executions()).toHaveLength(10_000);
  expect(mistakes(acme.call("getJob", { jobId: oldest }))).toEqual(["notFound"]);
});

test("the same seed makes the same ids, and another others", () => {
  const ids = [1, 1, 2].map((seed) => {
    acme = createUser(acmeWorld, { by: "polls" }, seed);
    return start();
  });
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
});
