import { type Connection, connect, type OperationDescription, type PagingDescription } from "../src/index.ts";
import { inQuery } from "../src/write/place.ts";

/** The three ways to ask for a page. */
export const byToken: PagingDescription = { token: "token", next: ["next"], items: ["items"], size: "size" };
export const byOffset: PagingDescription = {
  offset: "offset",
  items: ["items"],
  size: "size",
  total: ["total"],
};
export const byPage: PagingDescription = { page: "page", items: ["items"], size: "size", total: ["total"] };

/** An operation that answers page by page in one of them. */
export function listJobs(paging?: PagingDescription): OperationDescription {
  return {
    id: "listJobs",
    method: "GET",
    safe: true,
    path: "/jobs",
    parameters: { token: inQuery, offset: inQuery, page: inQuery, size: inQuery, state: inQuery },
    accept: "application/json",
    responses: { 200: "json", 400: "json" },
    security: [],
    ...(paging && { paging }),
  };
}

/** A service that answers as it is told, and its queries so far. */
export function servePages(answer: (query: URLSearchParams, request: number) => unknown): {
  connection: Connection;
  queries: string[];
} {
  const queries: string[] = [];
  const connection = connect(
    { servers: [{ url: "https://api.example.com" }], securitySchemes: {} },
    {
      async fetch(url) {
        const { search, searchParams } = new URL(url);
        queries.push(search.slice(1));
        const page = answer(searchParams, queries.length);
        if (page === undefined) throw new Error("one request too many");
        return page instanceof Response ? page : Response.json(page);
      },
      retry: false,
    },
  );
  return { connection, queries };
}

/** What a loop yields, and what it throws in the end. */
export async function collect(items: AsyncIterable<unknown>): Promise<{ items: unknown[]; error?: unknown }> {
  const found: unknown[] = [];
  try {
    for await (const item of items) found.push(item);
  } catch (error) {
    return { items: found, error };
  }
  return { items: found };
}
