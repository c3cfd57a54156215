import { expect, test } from "vitest";
import { markup } from "./markup.ts";

test.each([
  {
    name: "text is escaped",
    given: markup`<p title="${"\"'&"}">${"<b>"}</p>`,
    want: '<p title="&quot;&apos;&amp;">&lt;b&gt;</p>',
  },
  { name: "markup is not", given: markup`<p>${markup`<b>${"<"}</b>`}</p>`, want: "<p><b>&lt;</b></p>" },
  { name: "a list is joined", given: markup`${[markup`<i>`, "<", 1]}`, want: "<i>&lt;1" },
  { name: "nothing is nothing", given: markup`a${undefined}b${""}`, want: "ab" },
  {
    name: "what XML has no character for",
    given: markup`${"\u0000\u001b\ufffe\t\n😀\ud800"}`,
    want: "���\t\n😀�",
  },
])("$name", ({ given, want }) => {
  expect(given.markup).toBe(want);
});
