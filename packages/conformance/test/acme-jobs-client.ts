import type { ClientModule, ClientModuleOptions } from "../src/run/client-caller.ts";

/** Ways in which a client can break the calling convention, or the contract of its service. */
export interface Quirks {
  /** Query parameters travel under other names. */
  readonly queryName?: (name: string) => string;
  /** What is made of an answer that is no success. */
  readonly onError?: (result: Result) => Result;
  /** What is made of a body. */
  readonly parse?: (text: string, type: string) => unknown;
  /** Methods that are missing. */
  readonly without?: readonly string[];
}

interface Result {
  readonly ok: boolean;
  readonly status: number;
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
  cancelJob: { method: "DELETE", path: "/jobs/{jobId}", accept: JSON_TYPE },
  getPlan: { method: "GET", path: "/jobs/{jobId}/plan", accept: JSON_TYPE },
  getLog: { method: "GET", path: "/jobs/{jobId}/log", accept: `text/plain, ${JSON_TYPE}` },
  getHealth: { method: "GET", path: "/health", accept: JSON_TYPE },
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
    basic: (username, password) => ({
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
    }),
    apiKey: (value) => ({ "x-acme-token": value }),
    authorization: (scheme, credentials) => ({ authorization: `${scheme} ${credentials}` }),
  };
}

async function send(
  call: Call,
  args: Arguments,
  options: ClientModuleOptions,
  quirks: Quirks,
): Promise<Result> {
  const fetch = options.fetch ?? globalThis.fetch;
  const response = await fetch(createRequest(call, args, options, quirks));
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text();
  const body = (quirks.parse ?? parse)(text, type);
  const { ok, status } = response;
  if (ok) return { ok, status, data: body };
  const failure = { ok, status, error: body };
  return quirks.onError?.(failure) ?? failure;
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
  const headers = new Headers({ accept: call.accept, ...(options.auth as object | undefined) });
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

function parse(text: string, type: string): unknown {
  if (text === "") return undefined;
  return /json/.test(type) ? JSON.parse(text) : text;
}
