import { expect, test } from "vitest";
import { benchOf, caseOf, documentOf, findingsOf, judgeAnswer, VENDOR } from "../../test/acme-jobs.ts";

test.each([
  { given: VENDOR, want: "pass" },
  { given: "application/vnd.acme.jobs-v3+json", want: "pass" },
  { given: "APPLICATION/vnd.acme.jobs-v3+JSON ; Charset=utf-8", want: "pass" },
  { given: "application/vnd.acme.jobs-v3+json;charset=ISO-8859-1", want: "fail" },
  { given: "application/vnd.acme.jobs-v3+json;charset=UTF-8;version=4", want: "fail" },
  { given: "application/vnd.acme.jobs-v4+json;charset=UTF-8", want: "fail" },
  { given: "application/json;charset=UTF-8", want: "fail" },
  { given: "application/problem+json", want: "fail" },
  { given: "text/html", want: "fail" },
  { given: "json", want: "fail" },
])("the vendor's type: $given", async ({ given, want }) => {
  const answer = { status: 200, headers: { "content-type": given }, body: "{}" };
  const judged = await judgeAnswer(caseOf("getJob", "200 succeeded"), answer);
  expect(findingsOf(judged, "content-type")).toEqual([[want, VENDOR, given]]);
});

test.each([
  {
    name: "no media type",
    on: ["getJob", "200 succeeded"],
    given: { status: 200, headers: {}, body: "{}" },
    want: [["fail", VENDOR, "no Content-Type header"]],
  },
  {
    name: "no body where none is documented",
    on: ["cancelJob", "204"],
    given: { status: 204, headers: {} },
    want: [["pass", "no body", "no body"]],
  },
  {
    name: "a body where none is documented",
    on: ["getHealth", "503"],
    given: { status: 503, headers: { "content-type": "text/html" }, body: "down" },
    want: [["fail", "no body", "4 bytes of text/html"]],
  },
  {
    name: "a body without a media type where none is documented",
    on: ["getHealth", "503"],
    given: { status: 503, headers: {}, body: "down" },
    want: [["fail", "no body", "4 bytes of no media type"]],
  },
  {
    name: "text as documented",
    on: ["getLog", "200 example"],
    given: { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: "x" },
    want: [["pass", "text/plain", "text/plain; charset=utf-8"]],
  },
  {
    name: "text in another charset, where the document names none",
    on: ["getLog", "200 example"],
    given: { status: 200, headers: { "content-type": "text/plain; charset=iso-8859-1" }, body: "x" },
    want: [["pass", "text/plain", "text/plain; charset=iso-8859-1"]],
  },
  {
    name: "nothing of a status that is not documented",
    on: ["getJob", "200 succeeded"],
    given: { status: 418, headers: { "content-type": "text/html" }, body: "" },
    want: [],
  },
])("$name", async ({ on: [operation = "", name = ""], given, want }) => {
  expect(findingsOf(await judgeAnswer(caseOf(operation, name), given), "content-type")).toEqual(want);
});

test.each([
  { given: "application/x+json;b=2;a=1", want: "pass" },
  { given: "application/x+json;a=1", want: "fail" },
  { given: "application/x+json;a=1;b=3", want: "fail" },
  { given: "text/csv", want: "pass" },
  { given: "image/png", want: "fail" },
])("parameters are a set, and any of several documented types will do: $given", async ({ given, want }) => {
  const content = { "application/x+json;a=1;b=2": {}, "text/*": {} };
  const document = documentOf({ responses: { "200": { description: "", content } } });
  const answer = { status: 200, headers: { "content-type": given }, body: "{}" };
  const judged = await judgeAnswer(caseOf("getThing", "200", document), answer, benchOf(document));
  expect(findingsOf(judged, "content-type")).toEqual([[want, "application/x+json;a=1;b=2 or text/*", given]]);
});
