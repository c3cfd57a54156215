import { expect, test } from "vitest";
import { bench, benchOf, caseOf, documentOf, findingsOf, json, judgeAnswer } from "../../test/acme-jobs.ts";
import { documentedResponse } from "../document/documented-response.ts";
import type { Answer } from "../sandbox/answer.ts";

const LOCKED = { code: "JobLocked" };

test.each<{ on: [string, string]; given: Answer; want: unknown[][] }>([
  { on: ["getJob", "200 succeeded"], given: json(200, {}), want: [["pass", "200", "200"]] },
  { on: ["getJob", "404 JobNotFound"], given: json(404, {}), want: [["pass", "404", "404"]] },
  { on: ["getJob", "404 JobNotFound"], given: json(200, {}), want: [["fail", "404", "200"]] },
  { on: ["getJob", "200 succeeded"], given: json(409, LOCKED), want: [["fail", "200", "409"]] },
  {
    on: ["getJob", "200 succeeded"],
    given: json(418, {}),
    want: [["fail", "one of the documented statuses: 200, 400, 404, 409", "418"]],
  },
  // A status in the range is documented; whether it was asked for is another question.
  { on: ["startJob", "400 NameTaken"], given: json(400, {}), want: [["pass", "400", "400"]] },
  { on: ["startJob", "400 NameTaken"], given: json(429, {}), want: [["fail", "400", "429"]] },
  {
    on: ["startJob", "400 NameTaken"],
    given: json(500, {}),
    want: [["fail", "one of the documented statuses: 202, 4XX", "500"]],
  },
  { on: ["getLatestJob", "500 example"], given: json(500, {}), want: [["pass", "500", "500"]] },
  { on: ["getLatestJob", "500 example"], given: json(418, {}), want: [["fail", "500", "418"]] },
  { on: ["cancelJob", "204"], given: { status: 204, headers: {} }, want: [["pass", "204", "204"]] },
  {
    on: ["cancelJob", "204"],
    given: { status: 200, headers: {}, fault: "reset" },
    want: [["fail", "204", "fetch failed: connection lost (reset)"]],
  },
  {
    on: ["cancelJob", "204"],
    given: { status: 200, headers: {}, fault: "truncate" },
    want: [["fail", "204", "fetch failed: connection lost (truncate)"]],
  },
])("$on.0 $on.1: $given.status $given.fault", async ({ on: [operation, name], given, want }) => {
  expect(findingsOf(await judgeAnswer(caseOf(operation, name), given), "status-code")).toEqual(want);
});

test("an answer that never comes is given up on", async () => {
  const never: Answer = { status: 200, headers: {}, fault: "hang" };
  const judged = await judgeAnswer(caseOf("cancelJob", "204"), never, { ...bench, timeout: 20 });
  expect(findingsOf(judged, "status-code")).toEqual([["fail", "204", "no answer within 20 ms"]]);
});

test("a redirect is an answer, and is not followed", async () => {
  const given = { status: 302, headers: { location: "http://elsewhere.invalid/" } };
  const judged = await judgeAnswer(caseOf("cancelJob", "204"), given);
  expect(findingsOf(judged, "status-code")).toEqual([
    [
      "fail",
      "one of the documented statuses: 204, 404",
      "302, a redirect to another host, http://elsewhere.invalid, that was refused",
    ],
  ]);
});

test.each([
  { given: 404, want: "404" },
  { given: 418, want: "4XX" },
  { given: 503, want: "default" },
  { given: 200, want: "default" },
])("of 404, 4XX and default, $given falls under $want", ({ given, want }) => {
  const described = { description: "" };
  const document = documentOf({ responses: { default: described, "4xx": described, "404": described } });
  const [operation] = document.operations;
  expect(operation && documentedResponse(operation, given)?.status).toBe(want);
});

// GET answers 200, or 202 as long as it is not done; and 4XX where it is not there.
const pending = documentOf({
  responses: { "200": { description: "" }, "2XX": { description: "" }, default: { description: "" } },
});

test.each([
  { given: 200, want: ["pass", "200", "200"] },
  { given: 202, want: ["pass", "a documented success", "202"] },
  { given: 404, want: ["fail", "200", "404"] },
])("of a live service, any documented success will do: $given", async ({ given, want }) => {
  const testCase = { ...caseOf("getThing", "200", pending), anySuccess: true } as const;
  const judged = await judgeAnswer(testCase, { status: given, headers: {} }, benchOf(pending));
  expect(findingsOf(judged, "status-code")).toEqual([want]);
});

test("one that only `default` documents is none", async () => {
  const document = documentOf({ responses: { "200": { description: "" }, default: { description: "" } } });
  const testCase = { ...caseOf("getThing", "200", document), anySuccess: true } as const;
  const judged = await judgeAnswer(testCase, { status: 202, headers: {} }, benchOf(document));
  expect(findingsOf(judged, "status-code")).toEqual([["fail", "200", "202"]]);
});
