import type { Credentials } from "../authentication/credentials.ts";
import type { Arguments, TestCase } from "../cases/test-case.ts";
import type { ClientOutcome } from "../checks/subject.ts";
import type { Document } from "../document/document.ts";
import { isObject } from "../document/json.ts";
import { operationBaseUrl, rpcHeaders, wirePath } from "../document/request-url.ts";
import { signRequest } from "../signature/sign-request.ts";
import { formatForm, formOf } from "../wire/form.ts";
import { isJsonType, isMultipart } from "../wire/media-type.ts";
import type { Fetch } from "../wire/record-fetch.ts";
import { serialize } from "../wire/serialize.ts";
import { type ChosenCredentials, credentialsFor } from "./credentials.ts";

/** Sends the request of a case through a `fetch`, and says what its sender made of the answer. */
export type Caller = (testCase: TestCase, fetch: Fetch) => Promise<ClientOutcome | undefined>;

/** Where the requests go, and with which credentials. */
export interface Target {
  readonly baseUrl: string;
  /** Absent: the requests carry none. */
  readonly credentials?: Credentials;
  /** By how many milliseconds the clock is slow that signatures are dated by. */
  readonly late?: number;
}

/** The judge's own caller, for when no client is under test. */
export function createDirectCaller(document: Document, { baseUrl, credentials, late }: Target): Caller {
  return async (testCase, fetch) => {
    const request = createRequest(document, testCase, baseUrl);
    const chosen = credentials && credentialsFor(document, testCase, credentials);
    await fetch(chosen ? await authenticate(request, chosen, late) : request).catch(() => undefined);
    return undefined;
  };
}

/** The request of a case, without credentials. */
export function createRequest(document: Document, testCase: TestCase, baseUrl: string): Request {
  const { operation, arguments: given } = testCase;
  const url = requestUrl(document, testCase, baseUrl);
  const headers = new Headers({ accept: acceptable(testCase), ...rpcHeaders(document, operation) });
  for (const [name, value] of Object.entries(given.header)) headers.set(name, String(value));
  if (!given.body) return new Request(url, { method: operation.method, headers });
  const body = bodyOf(testCase, given.body);
  // The boundary of a multipart body is known to its writer alone.
  if (typeof body === "string") headers.set("content-type", given.body.type);
  return new Request(url, { method: operation.method, headers, body });
}

/** Where the request of a case goes, with what it asks for. */
export function requestUrl(
  document: Document,
  { operation, arguments: given }: TestCase,
  baseUrl: string,
): URL {
  const path = wirePath(document, operation).replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given.path[name])),
  );
  const url = new URL(`${operationBaseUrl(operation, baseUrl)}${path}`);
  for (const { name, in: place, serialization } of operation.parameters) {
    const value = place === "query" ? given.query[name] : undefined;
    for (const field of value === undefined ? [] : serialize(name, value, serialization)) {
      url.searchParams.append(...field);
    }
  }
  return url;
}

function bodyOf({ operation }: TestCase, { type, value }: NonNullable<Arguments["body"]>): string | FormData {
  if (isJsonType(type)) return JSON.stringify(value);
  const media = operation.requestBody?.content.find((content) => content.type === type);
  const form = formOf(value, media?.serializations);
  if (!isMultipart(type)) return isObject(value) ? formatForm(form) : String(value);
  const parts = new FormData();
  for (const [name, texts] of Object.entries(form)) for (const text of texts) parts.append(name, text);
  return parts;
}

function acceptable({ operation }: TestCase): string {
  const types = Object.values(operation.responses).flatMap(({ content }) => content.map(({ type }) => type));
  return [...new Set(types)].join(", ") || "*/*";
}

/** The request with what was chosen for it. */
export async function authenticate(request: Request, chosen: ChosenCredentials, late = 0): Promise<Request> {
  if (chosen.kind === "accessKey") {
    return signRequest(request, chosen.scheme, chosen.key, { at: Date.now() - late });
  }
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  if (chosen.kind !== "apiKey") headers.set("authorization", authorizationHeader(chosen));
  else if (chosen.scheme.in === "query") url.searchParams.set(chosen.scheme.name, chosen.value);
  else if (chosen.scheme.in === "cookie") headers.set("cookie", `${chosen.scheme.name}=${chosen.value}`);
  else headers.set(chosen.scheme.name, chosen.value);
  return new Request(new Request(url, request), { headers });
}

function authorizationHeader(
  chosen: Exclude<ChosenCredentials, { kind: "apiKey" } | { kind: "accessKey" }>,
): string {
  if (chosen.kind !== "basic") return `${chosen.scheme} ${chosen.value}`;
  const pair = Buffer.from(`${chosen.username}:${chosen.password}`).toString("base64");
  return `Basic ${pair}`;
}
