import { expect, it } from "vitest";
import type { Response } from "../describe/responses.ts";
import { printAnswers } from "./answer.ts";

/** An answer whose code is one of a list, which is open if it ends in `…`. */
function answerOf(status: string, ...codes: string[]): Response {
  const values = { values: codes.filter((code) => code !== "…"), open: codes.includes("…") };
  const field = { path: ["code"], schema: { "x-lro-error-code": true }, values };
  return { status, fields: codes.length > 0 ? [field] : [] } as unknown as Response;
}

const usual = new Map([
  ["400", ["Bad", "Worse"]],
  ["500", ["Broken"]],
]);

it.each([
  {
    what: "what is not usual",
    given: [answerOf("404", "Gone", "…"), answerOf("502")],
    want: ["404: `Gone`, …", "502"],
  },
  {
    what: "what is no more than usual together",
    given: [answerOf("200"), answerOf("400", "Worse", "Bad", "…"), answerOf("500", "Broken")],
    want: ["200", "**usual** 400, 500"],
  },
  {
    what: "what is usual and more",
    given: [answerOf("400", "Bad", "Own", "Worse", "…")],
    want: ["400: **usual**, `Own`, …"],
  },
  { what: "a part of what is usual in full", given: [answerOf("400", "Bad")], want: ["400: `Bad`"] },
])("prints $what", ({ given, want }) => {
  expect(printAnswers(given, usual)).toEqual(want);
});
