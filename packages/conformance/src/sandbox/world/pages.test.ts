import { describe, expect, test } from "vitest";
import { type Entry, type Page, pageOf } from "./pages.ts";
import type { Paging, PagingStyle } from "./role.ts";
import type { Said } from "./said.ts";

const entries = Array.from({ length: 7 }, (_, index): Entry => ({ key: 7 - index, item: () => index }));
const TOKEN: PagingStyle = { by: "token", parameter: "next-token", next: "#/next" };
const PAGE: PagingStyle = { by: "page", parameter: "page" };
const OFFSET: PagingStyle = { by: "offset", parameter: "offset" };

const say = (name: string, value: string | number): Said => ({
  name,
  plain: name.replace("-", ""),
  place: "query",
  value,
});

function ask(style: PagingStyle, said: readonly Said[], all: readonly Entry[] = entries, operation = "list") {
  const paging: Paging = { style, asked: new Set(), items: ["items"], size: "limit" };
  return pageOf(paging, all, said, {
    operation,
    size: 3,
    isShown: (start) => start === "shown" || start === 9,
  });
}

const keysOf = (page: ReturnType<typeof ask>) =>
  "mistake" in page ? page : page.entries.map(({ key }) => key);

describe("a page", () => {
  test.each([
    { name: "the first, of the size that the document has", style: PAGE, said: [], want: [7, 6, 5] },
    { name: "by its number", style: PAGE, said: [say("page", 2)], want: [4, 3, 2] },
    { name: "number 0 is the first", style: PAGE, said: [say("page", 0)], want: [7, 6, 5] },
    { name: "the last is short", style: PAGE, said: [say("page", 3)], want: [1] },
    { name: "beyond the last there is nothing", style: PAGE, said: [say("page", 4)], want: [] },
    { name: "by its offset", style: OFFSET, said: [say("offset", 5)], want: [2, 1] },
    { name: "an offset before the first", style: OFFSET, said: [say("offset", -5)], want: [7, 6, 5] },
    { name: "of another size", style: OFFSET, said: [say("limit", 2), say("offset", 2)], want: [5, 4] },
    { name: "of a size that is none", style: OFFSET, said: [say("limit", 0)], want: [7, 6, 5] },
    { name: "an empty token is none", style: TOKEN, said: [say("next-token", "")], want: [7, 6, 5] },
    {
      name: "a token that the document shows",
      style: TOKEN,
      said: [say("next-token", "shown")],
      want: [7, 6, 5],
    },
  ])("$name", ({ style, said, want }) => {
    expect(keysOf(ask(style, said))).toEqual(want);
  });

  test("of what the document shows: the page that it asks for is the one that it shows", () => {
    const shown = entries.map((entry) => ({ ...entry, key: -entry.key }));
    expect(keysOf(ask(PAGE, [say("page", 9)], shown))).toEqual([-7, -6, -5]);
    expect(keysOf(ask(PAGE, [say("page", 8)], shown))).toEqual([]);
  });
});

describe("tokens", () => {
  const first = ask(TOKEN, []) as Page;

  test("lead through all pages, whatever is added before", () => {
    const more = [{ key: 8, item: () => "new" }, ...entries];
    const second = ask(TOKEN, [say("next-token", first.next ?? "")], more) as Page;
    const third = ask(TOKEN, [say("next-token", second.next ?? "")], more) as Page;
    expect([first, second, third].map(keysOf)).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
    expect([second.total, third.next]).toEqual([8, undefined]);
  });

  test.each([
    { name: "made up", token: "abc", operation: "list" },
    { name: "of another list", token: first.next ?? "", operation: "other" },
    { name: "changed", token: `${first.next}A`, operation: "list" },
  ])("a token that is $name is refused", ({ token, operation }) => {
    const page = ask(TOKEN, [say("next-token", token)], entries, operation);
    expect(page).toMatchObject({
      mistake: "parameterInvalid",
      at: "query parameter next-token",
      received: token,
    });
  });
});
