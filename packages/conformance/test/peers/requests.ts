import type { TestCase } from "../../src/cases/test-case.ts";
import type { Document } from "../../src/document/document.ts";
import { authenticate } from "../../src/run/authenticate.ts";
import { createRequest } from "../../src/run/caller.ts";
import { credentialsFor, DEVELOPMENT_CREDENTIALS } from "../../src/run/credentials.ts";

/** Where both are asked, as far as a signature is concerned. */
export const ORIGIN = "http://peer.invalid";

/** One request that two servers are given. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

/** The kind that is not authenticated. */
const WITHOUT_CREDENTIALS = "without credentials";

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

/** What a case asks, by the documented path and bent in one way; `undefined` where the way does not apply. */
export async function requestOf(
  document: Document,
  testCase: TestCase,
  kind: string,
): Promise<Asked | undefined> {
  const asked = kinds[kind]?.(await plainRequest(document, testCase), testCase);
  if (!asked || kind === WITHOUT_CREDENTIALS) return asked;
  const chosen = credentialsFor(document, testCase, DEVELOPMENT_CREDENTIALS);
  if (!chosen || testCase.operation.security.length === 0) return asked;
  // The credentials come last: a signature is of what is sent.
  const { method, path, headers, body } = asked;
  const request = { method, url: `${ORIGIN}${path}`, headers, bytes: body ?? new Uint8Array() };
  const signed = authenticate(request, chosen);
  return { ...asked, path: signed.url.slice(ORIGIN.length), headers: signed.headers };
}

async function plainRequest(document: Document, testCase: TestCase): Promise<Asked> {
  const { method, url, headers, bytes } = await createRequest(document, testCase, ORIGIN);
  const body = bytes.length > 0 ? bytes : undefined;
  return { method, path: url.slice(ORIGIN.length), headers, body };
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
