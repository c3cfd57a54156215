import { describe, expect, test } from "vitest";
import { documented, operations, service } from "../../test/mocked-jobs.ts";
import { answers } from "./answers.ts";
import type { AnswerAct, Step } from "./step.ts";

function act(id: string, step: Step): AnswerAct {
  const operation = operations[id];
  if (!operation) throw new Error(id);
  return step.act({ service, operation, answers: documented[id] ?? [] }) as AnswerAct;
}

function body(id: string, step: Step): unknown {
  const { body: text } = act(id, step);
  return typeof text === "string" ? JSON.parse(text) : text;
}

describe("a documented answer", () => {
  test.each([
    {
      id: "getJob",
      step: answers(200),
      want: { id: "j-1", state: "DONE", percent: 100, output: { lines: 3 } },
    },
    { id: "getJob", step: answers(200, "stopping"), want: { id: "j-1", state: "STOPPING" } },
    { id: "getJob", step: answers(404), want: { code: "JobNotFound", text: "No such job." } },
    { id: "getJob", step: answers(404, "JobExpired"), want: { code: "JobExpired", text: "No such job." } },
    { id: "getJob", step: answers(429, "example"), want: { code: "Busy", text: "Later." } },
    { id: "getJob", step: answers(503), want: { code: {}, text: "string" } },
    { id: "getJob", step: answers(503, "Down"), want: { code: "Down", text: "string" } },
    { id: "find", step: answers(400), want: { code: "BadName", text: "string" } },
    { id: "find", step: answers(400, "Unheard"), want: { code: "Unheard", text: "string" } },
    // Under a success status, an error is one example among others, and brings no outcome.
    { id: "find", step: answers(200), want: { Code: 0, Data: { Status: "Done", Percent: "100%" } } },
    { id: "find", step: answers(200, 17), want: { Code: 17 } },
    { id: "find", step: answers(200, "42"), want: { Code: 42 } },
    { id: "deleteJob", step: answers(204), want: undefined },
  ])("$id: $want", ({ id, step, want }) => {
    expect(body(id, step)).toEqual(want);
  });

  test("has the documented media type and headers", () => {
    expect(act("getJob", answers(200)).headers).toEqual({
      "content-type": "application/vnd.jobs+json;charset=UTF-8",
    });
    expect(act("startJob", answers(202, { headers: { "X-Trace": "t" } })).headers).toEqual({
      "content-type": "application/json",
      location: "/jobs/j-1",
      "x-trace": "t",
    });
    expect(act("deleteJob", answers(204)).headers).toEqual({});
  });

  test.each([
    {
      override: { output: { bytes: 1 } },
      want: { id: "j-1", state: "DONE", percent: 100, output: { lines: 3, bytes: 1 } },
    },
    { override: { output: undefined, percent: undefined }, want: { id: "j-1", state: "DONE" } },
    { override: undefined, want: { id: "j-1", state: "DONE", percent: 100, output: { lines: 3 } } },
  ])("with $override laid over it", ({ override, want }) => {
    expect(body("getJob", answers(200, "succeeded", { body: override }))).toEqual(want);
  });

  test("takes its options after a name that is not given, too", () => {
    const step = answers(200, undefined, { body: { percent: 7 }, times: 2 });
    expect([body("getJob", step), step.times]).toEqual([
      { id: "j-1", state: "DONE", percent: 7, output: { lines: 3 } },
      2,
    ]);
  });

  test("that is not JSON is given whole", async () => {
    expect(act("getLog", answers(404)).body).toBe("string");
    expect(act("getLog", answers(404, { body: "gone" })).body).toBe("gone");
    const picture = new Blob(["png"]);
    expect(act("getLog", answers(200, { body: picture })).body).toBe(picture);
  });
});

describe("what is not documented is refused", () => {
  test.each([
    {
      id: "getJob",
      step: answers(418),
      want: "getJob documents no status 418. It documents 200, 404, 429, 5XX.",
    },
    {
      id: "getJob",
      step: answers(404, "JobLost"),
      want: 'getJob 404 has no example or error code named "JobLost". It has JobNotFound, JobExpired.',
    },
    { id: "getJob", step: answers(200, "failed"), want: "It has succeeded, stopping, gone." },
    { id: "deleteJob", step: answers(204, "deleted"), want: "It has no names." },
  ])("$want", ({ id, step, want }) => {
    expect(() => act(id, step)).toThrow(want);
  });

  test.each([
    { options: { times: 0 }, want: "times is 0. It takes a whole number from 1 on." },
    { options: { times: 1.5 }, want: "times is 1.5" },
    { options: { delay: "soon" as "1s" }, want: 'delay is "soon"' },
    { options: { code: "JobNotFound" }, want: 'There is no option "code". There are: times, delay, ' },
    { options: { time: 3 }, want: 'There is no option "time".' },
  ])("$want", ({ options, want }) => {
    expect(() => answers(200, options)).toThrow(want);
  });
});
