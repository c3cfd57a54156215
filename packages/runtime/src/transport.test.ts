import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Certificate, createCertificate, hasOpenssl } from "../test/certificates.ts";
import type { JobsClient } from "../test/paths.ts";
import { type Running, startProxy, startSecureServer } from "../test/secure-loopback.ts";
import { operations, service } from "../test/service.ts";
import { Agent, type Dispatcher, ProxyAgent, undiciFetch } from "../test/undici.ts";
import { basic, type ClientOptions, createClient, RequestError } from "./index.ts";

const reason = hasOpenssl() ? "" : " (skipped: there is no openssl on the PATH to make certificates with)";
const PROXY_PASSWORD = "Basic cHJveHk6Y2FuYXJ5";

interface Place {
  readonly own: Certificate;
  readonly client: Certificate;
  readonly stranger: Certificate;
  /** A server, and one that wants a certificate of its clients. */
  readonly open: Running;
  readonly mutual: Running;
  readonly proxy: Running;
  readonly closedProxy: Running;
}

describe.skipIf(reason !== "")(`a server with a certificate of its own${reason}`, () => {
  let place: Place;
  const dispatchers: Dispatcher[] = [];

  beforeAll(async () => {
    const own = createCertificate("server");
    const client = createCertificate("client");
    place = {
      own,
      client,
      stranger: createCertificate("stranger"),
      open: await startSecureServer(own),
      mutual: await startSecureServer(own, client),
      proxy: await startProxy(),
      closedProxy: await startProxy(PROXY_PASSWORD),
    };
  });

  afterAll(async () => {
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.destroy()));
    const { open, mutual, proxy, closedProxy } = place;
    await Promise.all([open, mutual, proxy, closedProxy].map((running) => running.close()));
  });

  type ToDispatcher = (place: Place) => Dispatcher;
  type At = "open" | "mutual";

  const create = (at: At, dispatcher: Dispatcher | undefined, options: ClientOptions = {}) => {
    if (dispatcher) dispatchers.push(dispatcher);
    return createClient<JobsClient>(service, operations, {
      baseUrl: `https://127.0.0.1:${place[at].port}`,
      auth: basic("ann", "password-canary"),
      retry: false,
      fetchOptions: { dispatcher },
      ...options,
    });
  };

  const proxied = (proxy: "proxy" | "closedProxy", token?: string) => (place: Place) =>
    new ProxyAgent({
      uri: `http://127.0.0.1:${place[proxy].port}`,
      ...(token && { token }),
      requestTls: { ca: place.own.cert },
    });

  const accepted: { name: string; at?: At; given: ToDispatcher }[] = [
    { name: "to whom its authority is told", given: ({ own }) => new Agent({ connect: { ca: own.cert } }) },
    {
      name: "with a certificate that it knows",
      at: "mutual",
      given: ({ own, client }) => new Agent({ connect: { ca: own.cert, ...client } }),
    },
    { name: "through a proxy", given: proxied("proxy") },
    { name: "through a proxy that wants a password", given: proxied("closedProxy", PROXY_PASSWORD) },
    {
      name: "through a proxy, with a certificate that it knows",
      at: "mutual",
      given: ({ own, client, proxy }) =>
        new ProxyAgent({
          uri: `http://127.0.0.1:${proxy.port}`,
          requestTls: { ca: own.cert, ...client },
        }),
    },
  ];

  it.each(accepted)("answers a client $name", async ({ at = "open", given }) => {
    const client = create(at, given(place));
    expect(await client.getJob({ jobId: "j1" })).toMatchObject({ ok: true, data: { state: "DONE" } });
    const { data } = await client.http.GET("/jobs/{jobId}", { params: { path: { jobId: "j1" } } });
    expect(data).toEqual({ state: "DONE" });
    expect(await client.startJob({ name: "nightly" })).toMatchObject({ ok: true });
    const { authorization } = place[at].arrived.at(-1)?.headers ?? {};
    expect(authorization).toBe(`Basic ${btoa("ann:password-canary")}`);
  });

  it("answers a client whose fetch is that of undici", async () => {
    const dispatcher = new Agent({ connect: { ca: place.own.cert } });
    const client = create("open", dispatcher, {
      fetchOptions: undefined,
      fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }),
    });
    expect(await client.getJob({ jobId: "j1" })).toMatchObject({ ok: true, data: { state: "DONE" } });
  });

  const refused: { name: string; at?: At; given: ToDispatcher | undefined; code?: string }[] = [
    { name: "that knows nothing of it", given: undefined, code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
    {
      name: "with a dispatcher that knows nothing of it",
      given: () => new Agent({}),
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
    },
    {
      name: "to whom another authority is told",
      given: ({ stranger }) => new Agent({ connect: { ca: stranger.cert } }),
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
    },
    {
      name: "that knows nothing of it, behind a proxy",
      given: ({ proxy }) => new ProxyAgent({ uri: `http://127.0.0.1:${proxy.port}` }),
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
    },
    // What breaks off first is not the same each time: TLS 1.3 tells of it after the handshake (RFC 8446 §4.4.2.4).
    {
      name: "without the certificate that it wants",
      at: "mutual",
      given: ({ own }) => new Agent({ connect: { ca: own.cert } }),
    },
    {
      name: "with a certificate that it does not know",
      at: "mutual",
      given: ({ own, stranger }) => new Agent({ connect: { ca: own.cert, ...stranger } }),
    },
    { name: "without the proxy's password", given: proxied("closedProxy") },
  ];

  it.each(refused)("is not reached by a client $name", async ({ at = "open", given, code }) => {
    const client = create(at, given?.(place));
    const before = place[at].arrived.length;
    const calls = await Promise.allSettled([
      client.getJob({ jobId: "j1" }),
      client.http.GET("/jobs/{jobId}", { params: { path: { jobId: "j1" } } }),
    ]);
    for (const called of calls) {
      const error: unknown = "reason" in called ? called.reason : undefined;
      expect(error).toBeInstanceOf(RequestError);
      expect(error).toMatchObject({ reason: "connection", operation: "getJob" });
      if (code) expect(codesOf(error)).toContain(code);
      if (code) expect((error as Error).message).toContain(`(${code})`);
    }
    expect(place[at].arrived.length).toBe(before);
  });

  it("is the only one that is told the credentials, not the proxy", async () => {
    const before = place.proxy.arrived.length;
    await create("open", proxied("proxy")(place)).getJob({ jobId: "j1" });
    const asked = place.proxy.arrived.slice(before);
    expect(asked.map(({ url }) => url)).toEqual([`127.0.0.1:${place.open.port}`]);
    expect(asked.map(({ headers: { authorization } }) => authorization)).toEqual([undefined]);
  });
});

/** The codes of an error and of its causes. */
function codesOf(error: unknown): unknown[] {
  if (typeof error !== "object" || error === null) return [];
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return [code, ...codesOf(cause)];
}
