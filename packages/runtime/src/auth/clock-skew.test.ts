import { expect, it } from "vitest";
import { explainClock } from "./clock-skew.ts";

const server = Date.parse("2026-11-22T12:00:00Z");
const date = "Sun, 22 Nov 2026 12:00:00 GMT";

it.each([
  { given: { status: 400, minutes: -20 }, want: "is 20 minutes behind the server's" },
  { given: { status: 403, minutes: 20 }, want: "is 20 minutes ahead of the server's" },
  { given: { status: 401, minutes: -120 }, want: "is 120 minutes behind the server's" },
  { given: { status: 401, minutes: 5 }, want: undefined },
  { given: { status: 401, minutes: 20, date: "" }, want: undefined },
  { given: { status: 401, minutes: 20, date: "yesterday" }, want: undefined },
  { given: { status: 503, minutes: 20 }, want: undefined },
  { given: { status: 200, minutes: 20 }, want: undefined },
])("$given → $want", ({ given, want }) => {
  const response = new Response(null, { status: given.status, headers: { date: given.date ?? date } });
  const said = explainClock(response, server + given.minutes * 60_000);
  if (want) expect(said).toContain(want);
  else expect(said).toBeUndefined();
});
