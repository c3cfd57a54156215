import { expect, test } from "vitest";
import { markup } from "./markup.ts";

test.each([
  {
    name: "text is escaped",
    given: markup`<p title="${"\"'&"}">${"<b>"}</p>`,
    want: '<p title="&quot;&apos;&amp;">&lt;b&gt;</p>',
  },
  {
    name: "between tags, quotes stay, and a blank that does not break",
    given: markup`<p title="${"a > b"}, ${'"'}">${"{\"a\": '\u00a0'}"} & ${['"', markup`<i>`]}</p>${'"'}`,
    want: `<p title="a &gt; b, &quot;">{"a": '\u00a0'} & "<i></p>"`,
  },
  {
    name: "in a tag without quotes, and where nothing tells, they do not",
    given: markup`${'"'}<td class=${'"'}>${markup`${'"'}`}`,
    want: "&quot;<td class=&quot;>&quot;",
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
