import type { Credentials } from "../authentication/credentials.ts";
import type { Arguments, TestCase } from "../cases/test-case.ts";
import type { ClientOutcome } from "../checks/subject.ts";
import type { Document, Operation, Parameter, Place } from "../document/document.ts";
import { isObject } from "../document/json.ts";
import { operationBaseUrl, rpcHeaders, wirePath } from "../document/request-url.ts";
import { formatForm, formOf } from "../wire/form.ts";
import { isJsonType, isMultipart } from "../wire/media-type.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import type { OutgoingRequest, Send } from "../wire/send.ts";
import { joined, serialize } from "../wire/serialize.ts";
import { authenticate } from "./authenticate.ts";
import { credentialsFor } from "./credentials.ts";

/** Sends the request of a case, and says what its sender made of the answer. */
export type Caller = (testCase: TestCase, send: Send) => Promise<ClientOutcome | undefined>;

/** Where the requests go, and with which credentials. */
export interface Target {
  readonly baseUrl: string;
  /** Absent: the requests carry none. */
  readonly credentials?: Credentials;
  /** By how many milliseconds the clock is slow that signatures are dated by. */
  readonly late?: number;
}

/** The judge's own caller, for when no client is under test. */
export function createDirectCaller(document: Document, target: Target): Caller {
  return async (testCase, send) => {
    await send(await prepareRequest(document, testCase, target)).catch(() => undefined);
    return undefined;
  };
}

/** The request of a case, with the credentials that it takes. */
export async function prepareRequest(
  document: Document,
  testCase: TestCase,
  { baseUrl, credentials, late }: Target,
): Promise<OutgoingRequest> {
  const request = await createRequest(document, testCase, baseUrl);
  const chosen = credentials && credentialsFor(document, testCase, credentials);
  return chosen ? authenticate(request, chosen, late) : request;
}

/** The request of a case, without credentials. */
export async function createRequest(
  document: Document,
  testCase: TestCase,
  baseUrl: string,
): Promise<OutgoingRequest> {
  const { operation, arguments: given } = testCase;
  const url = requestUrl(document, testCase, baseUrl).href;
  const headers = new PlainHeaders(["accept", acceptable(testCase)]);
  for (const [name, value] of Object.entries(rpcHeaders(document, operation))) headers.set(name, value);
  for (const [name, value] of Object.entries(given.header)) {
    headers.set(name, joined(value, styleOf(operation, name, "header")));
  }
  const cookies = Object.entries(given.cookie).flatMap(([name, value]) =>
    serialize(name, value, styleOf(operation, name, "cookie")).map(
      ([field, text]) => `${field}=${encodeURIComponent(text)}`,
    ),
  );
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  const { method } = operation;
  if (!given.body) return { method, url, headers, bytes: new Uint8Array() };
  const { type, bytes } = await bodyOf(testCase, given.body);
  headers.set("content-type", type);
  return { method, url, headers, bytes };
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

async function bodyOf(
  { operation }: TestCase,
  { type, value }: NonNullable<Arguments["body"]>,
): Promise<{ type: string; bytes: Uint8Array }> {
  const encoded = (text: string) => ({ type, bytes: new TextEncoder().encode(text) });
  if (isJsonType(type)) return encoded(JSON.stringify(value));
  const media = operation.requestBody?.content.find((content) => content.type === type);
  const form = formOf(value, media?.serializations);
  if (!isMultipart(type)) return encoded(isObject(value) ? formatForm(form) : String(value));
  const parts = new FormData();
  for (const [name, texts] of Object.entries(form)) for (const text of texts) parts.append(name, text);
  // Its boundary is known to its writer alone.
  const written = new Response(parts);
  const bytes = new Uint8Array(await written.arrayBuffer());
  return { type: written.headers.get("content-type") ?? type, bytes };
}

function acceptable({ operation }: TestCase): string {
  const types = Object.values(operation.responses).flatMap(({ content }) => content.map(({ type }) => type));
  return [...new Set(types)].join(", ") || "*/*";
}
