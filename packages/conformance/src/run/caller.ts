import type { TestCase } from "../cases/test-case.ts";
import type { ClientOutcome } from "../checks/subject.ts";
import type { Document } from "../document/document.ts";
import { isJsonType } from "../wire/media-type.ts";
import type { Fetch } from "../wire/record-fetch.ts";
import { type Credentials, credentialsFor } from "./credentials.ts";

/** Sends the request of a case through a `fetch`, and says what its sender made of the answer. */
export type Caller = (testCase: TestCase, fetch: Fetch) => Promise<ClientOutcome | undefined>;

/** Where the requests go, and with which credentials. */
export interface Target {
  readonly baseUrl: string;
  /** Absent: the requests carry none. */
  readonly credentials?: Credentials;
}

/** The judge's own caller, for when no client is under test. */
export function createDirectCaller(document: Document, { baseUrl, credentials }: Target): Caller {
  return async (testCase, fetch) => {
    await fetch(createRequest(document, testCase, baseUrl, credentials)).catch(() => undefined);
    return undefined;
  };
}

function createRequest(
  document: Document,
  testCase: TestCase,
  baseUrl: string,
  credentials?: Credentials,
): Request {
  const { operation, arguments: given } = testCase;
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given.path[name])),
  );
  const url = new URL(`${baseUrl.replace(/\/$/, "")}${path}`);
  for (const [name, value] of Object.entries(given.query)) {
    for (const item of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(item));
  }
  const headers = new Headers({ accept: acceptable(testCase) });
  for (const [name, value] of Object.entries(given.header)) headers.set(name, String(value));
  if (credentials) authenticate(document, testCase, credentials, headers, url);
  if (!given.body) return new Request(url, { method: operation.method, headers });
  headers.set("content-type", given.body.type);
  const text = isJsonType(given.body.type)
    ? JSON.stringify(given.body.value)
    : String(new URLSearchParams(given.body.value as Record<string, string>));
  return new Request(url, { method: operation.method, headers, body: text });
}

function acceptable({ operation }: TestCase): string {
  const types = Object.values(operation.responses).flatMap(({ content }) => content.map(({ type }) => type));
  return [...new Set(types)].join(", ") || "*/*";
}

function authenticate(
  document: Document,
  testCase: TestCase,
  from: Credentials,
  headers: Headers,
  url: URL,
): void {
  const chosen = credentialsFor(document, testCase.operation, from);
  if (!chosen) return;
  if (chosen.kind !== "apiKey") {
    headers.set("authorization", authorizationHeader(chosen));
    return;
  }
  const { scheme, value } = chosen;
  if (scheme.in === "query") url.searchParams.set(scheme.name, value);
  else if (scheme.in === "cookie") headers.set("cookie", `${scheme.name}=${value}`);
  else headers.set(scheme.name, value);
}

function authorizationHeader(
  chosen: Exclude<ReturnType<typeof credentialsFor>, undefined | { kind: "apiKey" }>,
): string {
  if (chosen.kind === "basic") {
    const pair = Buffer.from(`${chosen.username}:${chosen.password}`).toString("base64");
    return `Basic ${pair}`;
  }
  return `${chosen.scheme} ${chosen.value}`;
}
