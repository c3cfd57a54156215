import { describe, expect, it } from "vitest";
import { byOffset, byPage, byToken, collect, listJobs, servePages } from "../../test/paged-service.ts";
import type { Operation } from "../operation.ts";
import type { PagingDescription } from "../operation-description.ts";
import { RequestError } from "../request-error.ts";
import type { Success } from "../result.ts";
import { list } from "./list.ts";

const serve = (...pages: readonly unknown[]) => servePages((_, request) => pages[request - 1]);

describe("an answer that is no page", () => {
  it.each([
    { answers: [[1, 2]], want: [], kind: "[object Array]" },
    { answers: [null], want: [], kind: "[object Null]" },
    { answers: ["page"], want: [], kind: "[object String]" },
    { answers: [{ items: [1], next: "a" }, [2]], want: [1], kind: "[object Array]" },
  ])("$answers ends the loop with an error", async ({ answers, want, kind }) => {
    const { items, error } = await collect(list(serve(...answers).connection, listJobs(byToken), {}));
    expect(items).toEqual(want);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({
      reason: "malformed",
      message: `listJobs: ${kind} is no page of a list. Is baseUrl right?`,
    });
  });
});

describe("a list without end", () => {
  const rows = [
    {
      name: "the token before",
      paging: byToken,
      pages: [
        { items: [1], next: "a" },
        { items: [2], next: "a" },
      ],
      want: [1, 2],
      message: 'listJobs: token "a" came before, so the list has no end',
    },
    {
      name: "an earlier token",
      paging: byToken,
      pages: [
        { items: [1], next: "a" },
        { items: [2], next: "b" },
        { items: [3], next: "a" },
      ],
      want: [1, 2, 3],
      message: 'listJobs: token "a" came before, so the list has no end',
    },
    {
      name: "the token of the start",
      paging: byToken,
      args: { token: "a" },
      pages: [{ items: [1], next: "a" }],
      want: [1],
      message: 'listJobs: token "a" came before, so the list has no end',
    },
    {
      name: "the same page under another token",
      paging: byToken,
      pages: [
        { items: [1], next: "a" },
        { items: [1], next: "b" },
      ],
      want: [1],
      message: 'listJobs: token "a" led to the page before once more, so the list has no end',
    },
    {
      name: "an offset that is ignored",
      paging: byOffset,
      pages: [
        { items: [1, 2], total: 5 },
        { items: [1, 2], total: 5 },
      ],
      want: [1, 2],
      message: "listJobs: offset 2 led to the page before once more, so the list has no end",
    },
    {
      name: "a page number that is ignored",
      paging: byPage,
      pages: [{ items: [1] }, { items: [1] }],
      want: [1],
      message: "listJobs: page 2 led to the page before once more, so the list has no end",
    },
  ];

  it.each(rows)("$name", async ({ paging, args = {}, pages, want, message }) => {
    const { connection } = serve(...pages);
    const { items, error } = await collect(list(connection, listJobs(paging), args));
    expect(items).toEqual(want);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ message, reason: "paging", operation: "listJobs", retryable: false });
  });
});

describe("wrong options of a list", () => {
  const rows: { paging?: PagingDescription; options?: object; want: string }[] = [
    { want: "listJobs does not answer page by page." },
    { paging: byToken, options: { limit: -1 }, want: "limit is -1. It takes a whole number from 0 on." },
    { paging: byToken, options: { limit: 1.5 }, want: "limit is 1.5. It takes a whole number from 0 on." },
    { paging: byToken, options: { pageSize: 0 }, want: "pageSize is 0. It takes a whole number from 1 on." },
    {
      paging: byToken,
      options: { pageSize: "9" },
      want: 'pageSize is "9". It takes a whole number from 1 on.',
    },
    {
      paging: { offset: "offset", items: [] },
      options: { pageSize: 9 },
      want: "listJobs takes no pageSize.",
    },
  ];

  it.each(rows)("$want", ({ paging, options = {}, want }) => {
    const { connection } = serve();
    expect(() => list(connection, listJobs(paging), {}, options)).toThrow(new TypeError(want));
  });
});

describe("the loop over a list", () => {
  const pages = [{ items: [1, 2], next: "a" }, { items: [3, 4], next: "b" }, { items: [5] }];

  it("asks for nothing before it begins, and begins anew each time", async () => {
    const { connection, queries } = serve(...pages, ...pages);
    const jobs = list(connection, listJobs(byToken), {});
    expect(queries).toEqual([]);
    await collect(jobs);
    expect(await collect(jobs)).toEqual({ items: [1, 2, 3, 4, 5] });
    expect(queries).toHaveLength(6);
  });

  it("can be left, and then nothing more is asked for", async () => {
    const { connection, queries } = serve(...pages);
    for await (const item of list(connection, listJobs(byToken), {})) if (item === 2) break;
    expect(queries).toEqual([""]);
  });

  it("yields what came before a page that is refused", async () => {
    const refused = Response.json({ code: "X" }, { status: 400 });
    const { connection } = serve(pages[0], refused);
    const { items, error } = await collect(list(connection, listJobs(byToken), {}));
    expect(items).toEqual([1, 2]);
    expect(error).toMatchObject({ name: "RequestError", reason: "status", status: 400 });
  });

  it("ends with the signal's reason, within a page too, and then nothing more is asked for", async () => {
    const { connection, queries } = serve(...pages);
    const abort = new AbortController();
    const reason = new Error("enough");
    const found: unknown[] = [];
    const loop = async () => {
      for await (const item of list(connection, listJobs(byToken), {}, { signal: abort.signal })) {
        found.push(item);
        if (item === 3) abort.abort(reason);
      }
    };
    await expect(loop()).rejects.toBe(reason);
    expect(found).toEqual([1, 2, 3]);
    expect(queries).toHaveLength(2);
  });

  it("goes over whole pages, the one that reaches the limit included", async () => {
    const { connection, queries } = serve(...pages);
    const found = await collect(list(connection, listJobs(byToken), {}, { limit: 3 }).pages());
    expect(found.items).toEqual(pages.slice(0, 2));
    expect(queries).toHaveLength(2);
  });
});

it("is typed by its operation", async () => {
  const typed: Operation<
    { state?: string },
    Success<200, { items: { id: string }[] }>,
    never,
    { id: string }
  > = listJobs(byToken);
  const { connection } = serve({ items: [{ id: "a" }] }, { items: [{ id: "b" }] });
  for await (const { id } of list(connection, typed, { state: "RUNNING" })) id satisfies string;
  for await (const { items } of list(connection, typed, {}).pages())
    items[0]?.id satisfies string | undefined;
  // @ts-expect-error: not an argument of the operation
  list(connection, typed, { stat: "RUNNING" });
});

it("takes a page that is nested too deep to be written for one like no other", async () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const page = (next: string) => new Response(`{"items":[{"a":${deep}}],"next":"${next}"}`);
  const { items, error } = await collect(
    list(serve(page("a"), page("b"), page("")).connection, listJobs(byToken), {}),
  );
  expect(error).toBeUndefined();
  expect(items).toHaveLength(3);
});
