import { expect, test } from "vitest";
import type { Json } from "../../document/json.ts";
import { composeAnswer } from "./compose.ts";
import type { Picture } from "./picture.ts";

const SHOWN = "2019-05-16T10:26:14Z";

/** A job that tells its options again, in which the document shows a date. */
const picture: Picture = {
  sample: { options: { date: SHOWN } },
  stamps: [{ steps: ["options", "date"], sample: SHOWN, write: ({ started }) => started }],
  ids: [],
  mentions: () => false,
  slots: new Map([["options", { steps: ["options"], holder: [], schema: "#", own: true }]]),
  shared: [],
};

test.each<{ name: string; said: Json; want: Json }>([
  { name: "a date of the sample", said: { date: SHOWN }, want: { date: 7 } },
  { name: "another date", said: { date: "later" }, want: { date: "later" } },
  { name: "a text", said: "plain", want: "plain" },
])("$name is told again, and what was said stays as it was", ({ said, want }) => {
  const before = structuredClone(said);
  const told = {
    id: () => undefined,
    said: [{ options: said }],
    shared: new Map(),
    dates: { started: 7, changed: 7 },
  };
  expect(composeAnswer(picture, told, () => true)).toEqual({ options: want });
  expect(said).toEqual(before);
});
