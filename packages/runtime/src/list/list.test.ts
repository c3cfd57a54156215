import { describe, expect, it } from "vitest";
import { byOffset, byPage, byToken, collect, listJobs, servePages } from "../../test/paged-service.ts";
import type { PagingDescription } from "../operation-description.ts";
import { list } from "./list.ts";
import type { ListOptions } from "./list-options.ts";

interface Row {
  readonly name: string;
  readonly paging: PagingDescription;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly options?: ListOptions;
  readonly pages: readonly unknown[];
  readonly want: readonly unknown[];
  readonly queries: readonly string[];
}

describe("the items of a list", () => {
  const rows: Row[] = [
    {
      name: "token: until there is none",
      paging: byToken,
      pages: [{ items: [1, 2], next: "a" }, { items: [3], next: "b" }, { items: [4] }],
      want: [1, 2, 3, 4],
      queries: ["", "token=a", "token=b"],
    },
    {
      name: "token: until it is empty",
      paging: byToken,
      pages: [
        { items: [1], next: "a" },
        { items: [2], next: "" },
      ],
      want: [1, 2],
      queries: ["", "token=a"],
    },
    {
      name: "token: until it is null",
      paging: byToken,
      pages: [{ items: [1], next: null }],
      want: [1],
      queries: [""],
    },
    {
      name: "token: from where the arguments say",
      paging: byToken,
      args: { token: "z", state: "RUNNING" },
      pages: [{ items: [8], next: "y" }, { items: [9] }],
      want: [8, 9],
      queries: ["token=z&state=RUNNING", "token=y&state=RUNNING"],
    },
    {
      name: "token: an empty page need not be the last",
      paging: byToken,
      pages: [{ items: [1], next: "a" }, { items: [], next: "b" }, { next: "c" }, { items: [2] }],
      want: [1, 2],
      queries: ["", "token=a", "token=b", "token=c"],
    },
    {
      name: "token: three empty pages in a row are the end",
      paging: byToken,
      pages: [{ items: null, next: "a" }, { next: "b" }, { items: [], next: "c" }],
      want: [],
      queries: ["", "token=a", "token=b"],
    },
    {
      name: "token: one that is a number",
      paging: byToken,
      pages: [{ items: [1], next: 2 }, { items: [2] }],
      want: [1, 2],
      queries: ["", "token=2"],
    },
    {
      name: "one item without its list",
      paging: { ...byToken, items: ["items", "item"] },
      pages: [{ items: { item: { id: 1 } } }],
      want: [{ id: 1 }],
      queries: [""],
    },
    {
      name: "offset: until the total is reached",
      paging: byOffset,
      pages: [
        { items: [1, 2], total: 3 },
        { items: [3], total: 3 },
      ],
      want: [1, 2, 3],
      queries: ["", "offset=2"],
    },
    {
      name: "offset: from where the arguments say, and so to the total",
      paging: byOffset,
      args: { offset: 4, size: 2 },
      pages: [
        { items: [5, 6], total: 7 },
        { items: [7], total: 7 },
      ],
      want: [5, 6, 7],
      queries: ["offset=4&size=2", "offset=6&size=2"],
    },
    {
      name: "offset: by what came, not by what was asked for",
      paging: byOffset,
      options: { pageSize: 100 },
      pages: [
        { items: [1, 2], total: "3" },
        { items: [3], total: "3" },
      ],
      want: [1, 2, 3],
      queries: ["size=100", "size=100&offset=2"],
    },
    {
      name: "offset: until an empty page where no total is told",
      paging: byOffset,
      pages: [{ items: [1, 2] }, { items: [3] }, { items: [] }],
      want: [1, 2, 3],
      queries: ["", "offset=2", "offset=3"],
    },
    {
      name: "offset: a total that is too small",
      paging: byOffset,
      pages: [{ items: [1, 2], total: 1 }, { items: [3], total: 1 }, { total: 1 }],
      want: [1, 2, 3],
      queries: ["", "offset=2", "offset=3"],
    },
    {
      name: "offset: a total of this page alone, which was full",
      paging: byOffset,
      options: { pageSize: 2 },
      pages: [
        { items: [1, 2], total: 2 },
        { items: [3], total: 1 },
        { items: [], total: 0 },
      ],
      want: [1, 2, 3],
      queries: ["size=2", "size=2&offset=2", "size=2&offset=3"],
    },
    {
      name: "offset: a total that stops counting where a page is full",
      paging: byOffset,
      pages: [
        { items: [1, 2], total: 4 },
        { items: [3, 4], total: 4 },
        { items: [5], total: 5 },
      ],
      want: [1, 2, 3, 4, 5],
      queries: ["", "offset=2", "offset=4"],
    },
    {
      name: "offset: a total that is too large, or -1",
      paging: byOffset,
      pages: [
        { items: [1], total: 9 },
        { items: [2], total: -1 },
        { items: [], total: 9 },
      ],
      want: [1, 2],
      queries: ["", "offset=1", "offset=2"],
    },
    {
      name: "page: counted from 1, in a size that is known",
      paging: byPage,
      pages: [
        { items: [1, 2], total: 3 },
        { items: [3], total: 3 },
      ],
      want: [1, 2, 3],
      queries: ["page=1&size=50", "page=2&size=50"],
    },
    {
      name: "page: without a parameter for the size",
      paging: { page: "page", items: [] },
      pages: [[1, 2], [3], []],
      want: [1, 2, 3],
      queries: ["page=1", "page=2", "page=3"],
    },
    {
      name: "page: from a later one on, so that the total is not reached",
      paging: byPage,
      args: { page: 2, size: 2 },
      pages: [
        { items: [3], total: 3 },
        { items: [], total: 3 },
      ],
      want: [3],
      queries: ["page=2&size=2", "page=3&size=2"],
    },
    {
      name: "a limit within a page",
      paging: byToken,
      options: { limit: 3 },
      pages: [
        { items: [1, 2], next: "a" },
        { items: [3, 4], next: "b" },
      ],
      want: [1, 2, 3],
      queries: ["", "token=a"],
    },
    {
      name: "a limit at the end of a page",
      paging: byOffset,
      options: { limit: 2 },
      pages: [{ items: [1, 2], total: 4 }],
      want: [1, 2],
      queries: [""],
    },
    { name: "a limit of none", paging: byToken, options: { limit: 0 }, pages: [], want: [], queries: [] },
    {
      name: "a page size, which wins over the argument",
      paging: byToken,
      args: { size: 5 },
      options: { pageSize: 20 },
      pages: [{ items: [1] }],
      want: [1],
      queries: ["size=20"],
    },
  ];

  it.each(rows)("$name", async ({ paging, args = {}, options, pages, want, queries }) => {
    const server = servePages((_, request) => pages[request - 1]);
    expect(await collect(list(server.connection, listJobs(paging), args, options))).toEqual({ items: want });
    expect(server.queries).toEqual(queries);
  });
});
