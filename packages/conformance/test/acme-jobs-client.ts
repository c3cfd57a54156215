import type { AccessKeyInput, ClientModule, ClientModuleOptions } from "../src/run/client-caller.ts";
import { signRequest } from "../src/signature/sign-request.ts";
import type { SignedScheme } from "../src/signature/signature-rules.ts";
import { takeRequest } from "../src/wire/fetch.ts";

/** Ways in which a client can break the calling convention, or the contract of its service. */
export interface Quirks {
  /** Query parameters travel under other names. */
  readonly queryName?: (name: string) => string;
  /** What is made of an answer that is no success. */
  readonly onError?: (result: Result) => Result;
  /** What is made of a body. */
  readonly parse?: (text: string, type: string) => unknown;
  /** The one nonce of all requests. */
  readonly nonce?: string;
  /** Methods that are missing. */
  readonly without?: readonly string[];
}

interface Result {
  readonly ok: boolean;
  readonly status: number | "malformed";
  readonly response?: Response;
  readonly data?: unknown;
  readonly error?: unknown;
}

type Arguments = Readonly<Record<string, unknown>>;

interface Call {
  readonly method: string;
  readonly path: string;
  readonly accept: string;
  readonly query?: readonly string[];
  readonly headers?: readonly string[];
  /** The statuses whose body is text, and those that have none. */
  readonly texts?: readonly number[];
  readonly none?: readonly number[];
  /** The member by which a success says that it is none. */
  readonly inBand?: string;
  readonly body?: { readonly type: string; readonly members: readonly string[] };
}

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

/** The service as somebody would write it down by hand, and not as the judge reads it. */
const CALLS: Readonly<Record<string, Call>> = {
  startJob: {
    method: "POST",
    path: "/jobs",
    accept: JSON_TYPE,
    body: { type: JSON_TYPE, members: ["name", "priority", "arguments", "notify"] },
  },
  getLatestJob: { method: "GET", path: "/jobs/latest", accept: JSON_TYPE },
  findJobs: {
    method: "POST",
    path: "/jobs/search",
    inBand: "retCode",
    accept: JSON_TYPE,
    body: { type: FORM_TYPE, members: ["Query", "Limit", "Exact"] },
  },
  getJob: {
    method: "GET",
    path: "/jobs/{jobId}",
    accept: "application/vnd.acme.jobs-v3+json;charset=UTF-8",
    query: ["site", "depth", "fields", "levels", "verbose"],
    headers: ["X-Acme-Trace"],
  },
  cancelJob: { method: "DELETE", path: "/jobs/{jobId}", accept: JSON_TYPE, none: [204] },
  getPlan: { method: "GET", path: "/jobs/{jobId}/plan", accept: JSON_TYPE },
  getLog: { method: "GET", path: "/jobs/{jobId}/log", accept: `text/plain, ${JSON_TYPE}`, texts: [200] },
  getHealth: { method: "GET", path: "/health", accept: JSON_TYPE, none: [503] },
};

/** How the service's requests are signed, as its page has it. */
const SCHEME: SignedScheme = {
  scheme: "ACME-HMAC-SHA256",
  signature: {
    keyId: "Key",
    separator: ",",
    date: { header: "x-acme-date", format: "basic" },
    dateInString: true,
    nonce: "x-acme-nonce",
    contentHash: "x-acme-content-sha256",
    securityToken: "x-acme-security-token",
    temporaryKeyId: "x-acme-key-id",
    headers: ["host", "content-type", "x-acme-*"],
    trailingSlash: true,
  },
};

/** A client of the fixture's service, of the shape that the judge is handed, with faults to order. */
export function createModule(quirks: Quirks = {}): ClientModule {
  return {
    createClient(options: ClientModuleOptions = {}) {
      const calls = Object.entries(CALLS).filter(([name]) => !quirks.without?.includes(name));
      return Object.fromEntries(
        calls.map(([name, call]) => [name, (args: Arguments) => send(call, args, options, quirks)]),
      );
    },
    basic: (username, password) =>
      headed({ authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` }),
    apiKey: (value) => headed({ "x-acme-token": value }),
    accessKey: (key) => (request: Request) => sign(request, key, quirks),
  };
}

type Authenticate = (request: Request) => Request | Promise<Request>;

function headed(headers: Record<string, string>): Authenticate {
  return (request) => {
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    return request;
  };
}

async function sign(request: Request, key: AccessKeyInput, { nonce }: Quirks): Promise<Request> {
  const { accessKeyId: id, accessKeySecret: secret, securityToken } = key;
  const options = nonce === undefined ? {} : { nonce };
  const signed = signRequest(
    await takeRequest(request.clone()),
    SCHEME,
    { id, secret, ...(securityToken && { securityToken }) },
    options,
  );
  return new Request(request, { headers: [...signed.headers] as [string, string][] });
}

async function send(
  call: Call,
  args: Arguments,
  options: ClientModuleOptions,
  quirks: Quirks,
): Promise<Result> {
  const fetch = options.fetch ?? globalThis.fetch;
  let request = createRequest(call, args, options, quirks);
  for (const authenticate of [options.auth ?? []].flat() as Authenticate[])
    request = await authenticate(request);
  const { method, url, headers } = request;
  const bytes = await request.bytes();
  const sent = { method, headers: Object.fromEntries(headers), ...(bytes.length > 0 && { body: bytes }) };
  const response = await fetch(url, sent);
  const { ok, status } = response;
  const text = await response.text();
  const mediaType = response.headers.get("content-type") ?? "";
  const documented = call.none?.includes(status) ? "none" : call.texts?.includes(status) ? "text" : "json";
  const reason = quirks.parse ? undefined : faultOf(text, mediaType, documented);
  if (reason) return { ok: false, status: "malformed", error: { reason, mediaType, text }, response };
  const body = quirks.parse ? quirks.parse(text, mediaType) : parse(text, documented);
  const code = call.inBand === undefined ? "0" : (body as Record<string, unknown> | undefined)?.[call.inBand];
  if (ok && (code === undefined || code === "0")) return { ok, status, data: body, response };
  const failure = { ok: false, status, error: body, response };
  return quirks.onError?.(failure) ?? failure;
}

type Kind = "json" | "text" | "none";

/** What keeps a body from being of the documented kind. */
function faultOf(text: string, mediaType: string, kind: Kind): string | undefined {
  if (kind !== "json") return undefined;
  if (text === "") return "empty";
  if (canParse(text)) return undefined;
  return /html/.test(mediaType) || text.startsWith("<") ? "html" : "truncated";
}

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function createRequest(
  call: Call,
  args: Arguments,
  options: ClientModuleOptions,
  { queryName = (name) => name }: Quirks,
): Request {
  const path = call.path.replace(/\{(.+?)\}/g, (_, name) => encodeURIComponent(String(args[name])));
  const url = new URL(`${options.baseUrl}${path}`);
  for (const name of call.query ?? []) {
    for (const item of [args[name] ?? []].flat()) url.searchParams.append(queryName(name), String(item));
  }
  const headers = new Headers({ accept: call.accept });
  for (const name of call.headers ?? []) if (args[name] !== undefined) headers.set(name, String(args[name]));
  if (!call.body) return new Request(url, { method: call.method, headers });
  const { type, members } = call.body;
  headers.set("content-type", type);
  const given = members.flatMap((name) => (args[name] === undefined ? [] : [[name, args[name]] as const]));
  const body =
    type === FORM_TYPE
      ? String(new URLSearchParams(given.map(([name, value]) => [name, String(value)])))
      : JSON.stringify(Object.fromEntries(given));
  return new Request(url, { method: call.method, headers, body });
}

function parse(text: string, kind: Kind): unknown {
  if (kind === "none") return undefined;
  return kind === "json" ? JSON.parse(text) : text;
}
