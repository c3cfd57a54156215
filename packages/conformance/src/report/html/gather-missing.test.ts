import { expect, test } from "vitest";
import type { PointKind } from "../../evidence/evidence.ts";
import { gatherMissing } from "./gather-missing.ts";

const V3 = "200 application/vnd.acme.jobs-v3+json; charset=UTF-8";

test.each<{ name: string; given: [PointKind, string][]; want: string[] }>([
  { name: "nothing", given: [], want: [] },
  {
    name: "a whole operation, and no more of it",
    given: [
      ["operation", "GET /jobs"],
      ["status", "200"],
      ["state", "running"],
    ],
    want: ["all of: GET /jobs"],
  },
  {
    name: "statuses together, and nothing below them",
    given: [
      ["status", "404"],
      ["status", "4XX"],
      ["media-type", "404 application/json"],
      ["field", "404 application/json #/code"],
      ["code", '404 "JobNotFound"'],
    ],
    want: ["statuses: 404, 4XX"],
  },
  {
    name: "a media type, and nothing below it",
    given: [
      ["media-type", V3],
      ["field", `${V3} #/a`],
    ],
    want: [`media types: ${V3}`],
  },
  {
    name: "fields at one place together, without what they hold",
    given: [
      ["field", `${V3} #/jobs/*/a`],
      ["field", `${V3} #/jobs/*/a/b`],
      ["value", `${V3} #/jobs/*/a "x / y"`],
      ["field", `${V3} #/jobs/*/ab`],
      ["field", `${V3} #/jobsize`],
    ],
    want: [`fields of ${V3} #/jobs/*: a, ab`, `fields of ${V3} #: jobsize`],
  },
  {
    name: "the values of a field that was seen, whatever they look like",
    given: [
      ["value", `${V3} #/state "A # B/C"`],
      ["value", `${V3} #/state 5`],
      ["value", `${V3} #/a name "A"`],
    ],
    want: [`values of ${V3} #/state: "A # B/C", 5`, `values of ${V3} #/a name: "A"`],
  },
  {
    name: "codes by their status, and states",
    given: [
      ["code", '404 "A"'],
      ["code", '404 "B"'],
      ["code", '409 "C"'],
      ["state", "failed"],
    ],
    want: ['codes of 404: "A", "B"', 'codes of 409: "C"', "states: failed"],
  },
  { name: "a name that is none", given: [["field", "what?"]], want: ["fields of: what?"] },
])("$name", ({ given, want }) => {
  const points = given.map(([kind, name]) => ({ operation: "getJob", kind, name, seen: [] }));
  expect(gatherMissing(points).map(({ label, names }) => `${label}: ${names.join(", ")}`)).toEqual(want);
});
