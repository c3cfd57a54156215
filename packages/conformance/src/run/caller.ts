import type { Credentials } from "../authentication/credentials.ts";
import type { Arguments, TestCase } from "../cases/test-case.ts";
import type { ClientOutcome } from "../checks/subject.ts";
import type { Document, Operation, Parameter, Place } from "../document/document.ts";
import { isObject } from "../document/json.ts";
import { operationBaseUrl, rpcHeaders, wirePath } from "../document/request-url.ts";
import { signRequest } from "../signature/sign-request.ts";
import { formatForm, formOf } from "../wire/form.ts";
import { isJsonType, isMultipart } from "../wire/media-type.ts";
import type { Fetch } from "../wire/record-fetch.ts";
import { joined, serialize } from "../wire/serialize.ts";
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
  for (const [name, value] of Object.entries(given.header)) {
    headers.set(name, joined(value, styleOf(operation, name, "header")));
  }
  const cookies = Object.entries(given.cookie).flatMap(([name, value]) =>
    serialize(name, value, styleOf(operation, name, "cookie")).map(
      ([field, text]) => `${field}=${encodeURIComponent(text)}`,
    ),
  );
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
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
    encodeURIComponent(joined(given.path[name] ?? "", styleOf(operation, name, "path"))),
  );
  const url = new URL(`${operationBaseUrl(operation, baseUrl)}${path}`);
  for (const { name, in: place, serialization } of operation.parameters) {
    const value = place === "query" ? given.query[name] : undefined;
    for (const field of value === undefined ? [] : serialize(name, value, serialization)) {
      url.searchParams.append(...field);
    }
  }
  // OAS 3.1.1 §4.8.12.4: the comma that joins is itself, and not escaped.
  if (operation.parameters.some(({ serialization }) => serialization === "commas")) {
    url.search = url.search.replaceAll("%2C", ",");
  }
  return url;
}

function styleOf({ parameters }: Operation, name: string, place: Place): Parameter["serialization"] {
  return parameters.find((one) => one.name === name && one.in === place)?.serialization;
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
  else if (chosen.scheme.in === "cookie")
    headers.set("cookie", withCookie(headers, `${chosen.scheme.name}=${chosen.value}`));
  else headers.set(chosen.scheme.name, chosen.value);
  return new Request(new Request(url, request), { headers });
}

// RFC 6265 §5.4: there is one header for all cookies.
function withCookie(headers: Headers, cookie: string): string {
  return [headers.get("cookie"), cookie].filter((one) => one !== null).join("; ");
}

function authorizationHeader(
  chosen: Exclude<ChosenCredentials, { kind: "apiKey" } | { kind: "accessKey" }>,
): string {
  if (chosen.kind !== "basic") return `${chosen.scheme} ${chosen.value}`;
  const pair = Buffer.from(`${chosen.username}:${chosen.password}`).toString("base64");
  return `Basic ${pair}`;
}
