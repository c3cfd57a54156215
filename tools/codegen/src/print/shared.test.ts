import { expect, it } from "vitest";
import { printShared } from "./shared.ts";

const long = { text: "so long that it is worth a name of its own, and more than that" };
const holder = { inner: long, text: "again so long that it is worth a name of its own" };

const text = "14a07460-ebe7-47ca-9757-12cc4761d47a";
const texts = { text, more: "so long that it is worth a name of its own" };

/** What the source means. */
function evaluate({ shared, literal }: { shared: string; literal: string }): unknown {
  return new Function(`${shared}return ${literal}`)();
}

it.each([
  { what: "what occurs once stays where it is", given: { a: long }, constants: 0 },
  { what: "what occurs again stands once", given: { a: long, b: [long] }, constants: 1 },
  { what: "what is short is written again", given: [{ a: 1 }, { a: 1 }], constants: 0 },
  { what: "what is within what occurs again is written with it", given: [holder, holder], constants: 1 },
  { what: "what occurs there and elsewhere has a name, too", given: [holder, holder, long], constants: 2 },
  { what: "a text that often occurs stands once", given: { a: text, b: [text, [text]] }, constants: 1 },
  { what: "a text that occurs within one part is written there", given: [texts, texts], constants: 1 },
  { what: "a short text is written again", given: Array(9).fill("GET"), constants: 0 },
  { what: "the whole has none", given: long, constants: 0 },
  { what: "members that are undefined are no members", given: { a: undefined, b: null }, constants: 0 },
])("$what", ({ given, constants }) => {
  const printed = printShared(given);
  expect(evaluate(printed)).toEqual(given);
  expect(printed.shared.match(/^const /gm) ?? []).toHaveLength(constants);
});
