import fc from "fast-check";
import { expect, it } from "vitest";
import {
  byOffset,
  byPage,
  byToken,
  listJobs,
  collect as loop,
  servePages,
} from "../../test/paged-service.ts";
import { list } from "./list.ts";
import type { ListOptions } from "./list-options.ts";

/** A service with so many items, which it gives as it likes: no more at once than it allows, and with any total. */
interface Server {
  readonly kind: "token" | "offset" | "page";
  readonly count: number;
  readonly most: number;
  /** What each further page tells as its total; `undefined` for none. */
  readonly totals: readonly (number | undefined)[];
  /** After which pages a token leads to an empty page first, and to how many: never three. */
  readonly gaps: readonly number[];
}

const anyServer: fc.Arbitrary<Server> = fc.record({
  kind: fc.constantFrom("token", "offset", "page"),
  count: fc.nat(40),
  most: fc.integer({ min: 1, max: 12 }),
  totals: fc.array(fc.option(fc.integer({ min: -1, max: 60 }), { nil: undefined })),
  gaps: fc.array(fc.nat(2)),
});

const PAGINGS = { token: byToken, offset: byOffset, page: byPage };

/** Runs the server in place of `fetch`. */
function run({ kind, count, most, totals, gaps }: Server) {
  const all = Array.from({ length: count }, (_, index) => ({ id: index }));
  const { connection, queries } = servePages((query, request) => {
    const number = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
    const size = Math.min(number("size", most), most);
    const total = totals[request - 1];
    if (kind !== "token") {
      const begin = kind === "offset" ? number("offset", 0) : (number("page", 1) - 1) * size;
      return { items: all.slice(begin, begin + size), total };
    }
    // A token says where the page begins, and how many empty ones come before it.
    const [begin = 0, gap = 0] = (query.get("token") ?? "0").split("/").map(Number);
    if (gap > 0) return { items: [], next: `${begin}/${gap - 1}`, total };
    const end = begin + size;
    return {
      items: all.slice(begin, end),
      total,
      ...(end < count && { next: `${end}/${gaps[begin] ?? 0}` }),
    };
  });
  const collect = async (options: ListOptions): Promise<unknown[]> => {
    const { items, error } = await loop(list(connection, listJobs(PAGINGS[kind]), {}, options));
    if (error !== undefined) throw error;
    return items;
  };
  return { all, collect, requests: () => queries.length };
}

it("yields every item once whatever the totals say, with no more requests than there are pages, and one", async () => {
  const asked = fc.integer({ min: 1, max: 20 });
  await fc.assert(
    fc.asyncProperty(anyServer, asked, async (server, pageSize) => {
      // A page smaller than was asked for looks like the last one, and its total is believed.
      const sane = { ...server, most: Math.max(server.most, server.kind === "token" ? 1 : pageSize) };
      const { all, collect, requests } = run(sane);
      expect(await collect({ pageSize })).toEqual(all);
      const pages = Math.ceil(server.count / Math.min(pageSize, sane.most));
      expect(requests()).toBeLessThanOrEqual(server.kind === "token" ? 3 * pages + 1 : pages + 1);
    }),
    { numRuns: 500 },
  );
});

it("does so for a size of the service's own too, unless the total is just that of the first page", async () => {
  await fc.assert(
    fc.asyncProperty(anyServer, async (server) => {
      fc.pre(server.totals[0] !== server.most);
      const { all, collect } = run(server);
      // Where pages are counted, the size is asked for: 50.
      expect(await collect({})).toEqual(all);
    }),
    { numRuns: 500 },
  );
});

it("stops exactly at the limit, and asks for no page beyond it", async () => {
  await fc.assert(
    fc.asyncProperty(anyServer, fc.nat(50), async (server, limit) => {
      fc.pre(server.totals[0] !== server.most);
      const { all, collect, requests } = run({ ...server, gaps: [] });
      expect(await collect({ limit })).toEqual(all.slice(0, limit));
      if (limit <= server.count) expect(requests()).toBe(Math.ceil(limit / server.most));
    }),
    { numRuns: 500 },
  );
});
