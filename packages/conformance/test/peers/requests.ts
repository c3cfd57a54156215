import type { TestCase } from "../../src/cases/test-case.ts";
import type { Document } from "../../src/document/document.ts";
import { type Caller, createDirectCaller } from "../../src/run/caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "../../src/run/credentials.ts";

/** One request that two servers are given. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

/** Kinds of requests: the documented one, and the same bent in one way. `undefined` where a way does not apply. */
export const kinds: Readonly<Record<string, (asked: Asked, testCase: TestCase) => Asked | undefined>> = {
  "as documented": (asked) => asked,
  "asked for each status": (asked) => asked,
  "without credentials": (asked, { operation }) =>
    operation.security.length > 0
      ? { ...asked, headers: without(asked.headers, "authorization", /x-.*auth/i) }
      : undefined,
  "with an unknown parameter": (asked) => ({
    ...asked,
    path: `${asked.path}${asked.path.includes("?") ? "&" : "?"}undocumented=1`,
  }),
  "without its query": (asked, { operation }) =>
    operation.parameters.some(({ in: place, required }) => place === "query" && required)
      ? { ...asked, path: asked.path.replace(/\?.*$/, "") }
      : undefined,
  "without its body": (asked) =>
    asked.body ? { ...asked, body: undefined, headers: without(asked.headers, "content-type") } : undefined,
  "with a broken body": (asked) =>
    asked.body && asked.headers.get("content-type")?.includes("json")
      ? { ...asked, body: new TextEncoder().encode("{") }
      : undefined,
  "with a body of another type": (asked) =>
    asked.body ? { ...asked, headers: withHeader(asked.headers, "content-type", "text/csv") } : undefined,
  "by another method": (asked) => ({ ...asked, method: "PATCH" }),
  "at another path": (asked) => ({ ...asked, path: `/nowhere${asked.path}` }),
  "for another type": (asked) => ({ ...asked, headers: withHeader(asked.headers, "accept", "text/csv") }),
};

/** The request of a case, as the judge itself would send it by the documented path. */
export async function requestOf(document: Document, testCase: TestCase): Promise<Asked> {
  const call: Caller = createDirectCaller(document, {
    baseUrl: "http://peer.invalid",
    credentials: DEVELOPMENT_CREDENTIALS,
  });
  let asked: Asked | undefined;
  await call(testCase, async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = new Uint8Array(await request.arrayBuffer());
    const headers = new Headers(request.headers);
    asked = {
      method: request.method,
      path: `${pathname}${search}`,
      headers,
      body: body.length > 0 ? body : undefined,
    };
    return new Response();
  });
  if (!asked) throw new Error(`${testCase.operation.id} was not sent`);
  return asked;
}

/** Paths as they are documented: no action header, no base path. */
export function byPath({ rpc: _, ...document }: Document): Document {
  return { ...document, operations: document.operations.map(({ servers: _s, ...operation }) => operation) };
}

function withHeader(headers: Headers, name: string, value: string): Headers {
  const changed = new Headers(headers);
  changed.set(name, value);
  return changed;
}

function without(headers: Headers, ...names: (string | RegExp)[]): Headers {
  const kept = [...headers].filter(
    ([name]) => !names.some((one) => (typeof one === "string" ? one === name : one.test(name))),
  );
  return new Headers(kept);
}
