import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../adapters/server.ts";
import type { Tls } from "../live/load-tls.ts";
import type { Captured, Unjudged } from "./captured.ts";
import { type RunningProxy, startProxy } from "./start-proxy.ts";

type Answer = (outgoing: ServerResponse, body: Buffer) => void;
type Seen = { method?: string; url?: string; headers: string[]; body: string; trailers: string[] };

let service: Server;
let proxy: RunningProxy;
let answer: Answer = (outgoing) => outgoing.end();
let refuse = false;
const seen: Seen[] = [];
const passed: (Captured | Unjudged)[] = [];

beforeAll(async () => {
  service = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = Buffer.concat(chunks);
      const { method, url, rawHeaders, rawTrailers } = incoming;
      seen.push({
        ...(method && { method }),
        ...(url && { url }),
        headers: rawHeaders,
        body: body.toString(),
        trailers: rawTrailers,
      });
      outgoing.sendDate = false;
      answer(outgoing, body);
    });
  });
  service.on("checkContinue", (incoming, outgoing) => {
    if (refuse) outgoing.writeHead(417).end();
    else {
      outgoing.writeContinue();
      service.emit("request", incoming, outgoing);
    }
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const upstream = `http://127.0.0.1:${portOf(service)}/base`;
  proxy = await startProxy({ upstream, onExchange: async (one) => void passed.push(one) });
});
afterEach(() => {
  seen.length = 0;
  passed.length = 0;
  refuse = false;
});
afterAll(async () => {
  await proxy.close();
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** All that comes back on a connection of its own, byte for byte. */
function talk(port: number, text: string, path = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(text.replace("{path}", path).replace("\r\n", "\r\nConnection: close\r\n"));
    });
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}

/** What comes by way of the proxy, and what comes without it. */
async function bothWays(text: string): Promise<{ direct: string; proxied: string }> {
  const direct = await talk(portOf(service), text, "/base/x?a=1");
  const proxied = await talk(Number(new URL(proxy.origin).port), text, "/x?a=1");
  return { direct, proxied };
}

const GET = "GET {path} HTTP/1.1\r\nHost: acme.example\r\n\r\n";
const BINARY = Buffer.from(Array.from({ length: 256 }, (_, index) => index));

describe("an answer is not altered by a byte", () => {
  test.each<{ name: string; given: string; by: Answer }>([
    {
      name: "gzip",
      given: GET,
      by: (out) => {
        const body = gzipSync('{"a":1}');
        out.writeHead(200, { "Content-Encoding": "gzip", "content-length": body.length }).end(body);
      },
    },
    {
      name: "brotli, in chunks",
      given: GET,
      by: (out) => out.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync("text")),
    },
    { name: "binary", given: GET, by: (out) => out.writeHead(200, { "content-length": 256 }).end(BINARY) },
    {
      name: "headers that stand twice, with their spelling",
      given: GET,
      by: (out) =>
        out
          .writeHead(200, [
            "Set-Cookie",
            "a=1",
            "X-ODD-Case",
            "x",
            "set-cookie",
            "b=2",
            "x-odd-case",
            "y",
            "Content-Length",
            "0",
          ] as unknown as string[])
          .end(),
    },
    { name: "304", given: GET, by: (out) => out.writeHead(304, { etag: '"x"' }).end() },
    { name: "204", given: GET, by: (out) => out.writeHead(204).end() },
    {
      name: "a redirect",
      given: GET,
      by: (out) => out.writeHead(302, { location: "/else", "content-length": 0 }).end(),
    },
    {
      name: "the answer to a HEAD",
      given: "HEAD {path} HTTP/1.1\r\nHost: acme.example\r\n\r\n",
      by: (out) => out.writeHead(200, { "content-length": 1234 }).end(),
    },
    {
      name: "a status text of its own",
      given: GET,
      by: (out) => out.writeHead(404, "Gone Fishing", { "content-length": 0 }).end(),
    },
    {
      name: "trailers",
      given: GET,
      by: (out) => {
        out.writeHead(200, { Trailer: "X-Sum" });
        out.write("body");
        out.addTrailers({ "X-Sum": "42" });
        out.end();
      },
    },
    {
      name: "early hints",
      given: GET,
      by: (out) => {
        out.writeEarlyHints({ link: "</style.css>; rel=preload" });
        out.writeHead(200, { "content-length": 2 }).end("ok");
      },
    },
    {
      name: "what a 100 went before",
      given:
        "POST {path} HTTP/1.1\r\nHost: acme.example\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc",
      by: (out, body) => out.writeHead(200, { "content-length": body.length }).end(body),
    },
  ])("$name", async ({ given, by }) => {
    answer = by;
    const { direct, proxied } = await bothWays(given);
    expect(proxied).toBe(direct);
    expect(direct).toMatch(/^HTTP\/1\.1 \d/);
  });

  test("a stream comes as it is sent", async () => {
    let next = () => {};
    answer = (out) => {
      out.writeHead(200, { "content-type": "text/event-stream" });
      out.write("data: 1\n\n");
      next = () => out.end("data: 2\n\n");
    };
    const response = await fetch(`${proxy.origin}/events`);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe("data: 1\n\n");
    next();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("data: 2\n\n");
  });

  test("of many megabytes, all of them", async () => {
    const size = 48 * 1024 * 1024;
    answer = (out) => out.end(Buffer.alloc(size, 7));
    const body = await (await fetch(`${proxy.origin}/big`)).arrayBuffer();
    expect(body.byteLength).toBe(size);
    await expect.poll(() => passed).toMatchObject([{ responseBody: "missing" }]);
  });
});

describe("a request goes on", () => {
  test.each([
    { name: "with its headers", given: GET },
    {
      name: "without a body, where it has none",
      given: "POST {path} HTTP/1.1\r\nHost: acme.example\r\nX-A: 1\r\nX-B: 2\r\n\r\n",
    },
    {
      name: "with the headers that stood twice",
      given: "GET {path} HTTP/1.1\r\nHost: acme.example\r\nX-A: 1\r\nx-b: 2\r\nx-a: 3\r\n\r\n",
    },
    {
      name: "in chunks, with trailers",
      given:
        "PUT {path} HTTP/1.1\r\nHost: acme.example\r\nTrailer: X-T\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-T: 1\r\n\r\n",
    },
  ])("$name", async ({ given }) => {
    answer = (out) => out.writeHead(200, { "content-length": 0 }).end();
    await bothWays(given);
    const [direct, proxied] = seen.map((one) => ({
      ...one,
      headers: one.headers
        .join("\n")
        .replace(/^(?:Connection\n.*|Keep-Alive\n.*)\n?/gim, "")
        .trim(),
    }));
    expect(proxied).toEqual(direct);
  });

  test("to the host of the service, where it named the proxy", async () => {
    answer = (out) => out.writeHead(200, { "content-length": 0 }).end();
    await fetch(`${proxy.origin}/x`);
    const at = seen[0]?.headers.findIndex((name) => name.toLowerCase() === "host") ?? -1;
    expect(seen[0]?.headers[at + 1]).toBe(`127.0.0.1:${portOf(service)}`);
  });

  test("not, where the service refuses before it is sent", async () => {
    refuse = true;
    const sent =
      "POST {path} HTTP/1.1\r\nHost: acme.example\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";
    expect(await talk(Number(new URL(proxy.origin).port), sent, "/x")).toMatch(/^HTTP\/1\.1 417 /);
    expect(seen).toEqual([]);
  });
});

describe("what the judge is handed", () => {
  test("is decoded", async () => {
    answer = (out) => out.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync('{"a":1}'));
    await (await fetch(`${proxy.origin}/x`, { method: "POST", body: "sent" })).text();
    await expect.poll(() => passed.length).toBe(1);
    const [one] = passed as Captured[];
    expect(new TextDecoder().decode(one?.exchange.response?.body)).toBe('{"a":1}');
    expect(one?.exchange.request).toMatchObject({ method: "POST", body: "sent" });
    expect(one?.exchange.request.url).toBe(`http://127.0.0.1:${portOf(service)}/base/x`);
  });

  test.each([
    { name: "not decoded where no coding is named", coding: "utf-8", body: '{"a":1}', want: {} },
    {
      name: "told of where it is not coded so",
      coding: "gzip",
      body: "",
      want: { responseBody: "miscoded" },
    },
  ])("is $name", async ({ coding, body, want }) => {
    answer = (out) => out.writeHead(200, { "content-encoding": coding }).end('{"a":1}');
    await talk(Number(new URL(proxy.origin).port), GET, "/x");
    await expect.poll(() => passed.length).toBe(1);
    const [{ exchange, responseBody }] = passed as [Captured];
    expect(new TextDecoder().decode(exchange.response?.body)).toBe(body);
    expect({ responseBody }).toEqual({ responseBody: undefined, ...want });
  });

  test("says so, where the service breaks off", async () => {
    answer = (out) => {
      out.writeHead(200, { "content-length": 10 }).write("abc", () => out.destroy());
    };
    await expect(fetch(`${proxy.origin}/x`).then((response) => response.text())).rejects.toThrow();
    await expect
      .poll(() => passed)
      .toMatchObject([{ unjudged: expect.stringMatching(/broke off|went away/) }]);
  });
});

test("a service that is not there is a problem of the proxy's, and says so", async () => {
  const down = await startProxy({
    upstream: "http://127.0.0.1:1",
    onExchange: async (one) => void passed.push(one),
  });
  const response = await fetch(`${down.origin}/x`, { method: "POST", body: "{}" });
  expect([response.status, response.headers.get("content-type")]).toEqual([502, "application/problem+json"]);
  expect(response.headers.get("proxy-status")).toMatch(/^settled;/);
  expect(await response.json()).toMatchObject({
    title: expect.stringContaining("settled proxy"),
    status: 502,
  });
  await down.close();
  expect(passed).toEqual([{ unjudged: expect.stringContaining("ECONNREFUSED") }]);
});

test("a service behind a certificate authority of one's own", async () => {
  const secure = await startServer(async () => ({ status: 200, headers: {}, body: "safe" }), { https: true });
  const ca = [secure.certificate ?? ""];
  const variants: Tls[] = [{ ca }, { rejectUnauthorized: false }, {}];
  const proxies = await Promise.all(
    variants.map((tls) => startProxy({ upstream: secure.origin, tls, onExchange: async () => {} })),
  );
  const answers = await Promise.all(proxies.map(({ origin }) => fetch(`${origin}/x`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 502]);
  expect(await Promise.all(answers.map((one) => one.text()))).toEqual([
    "safe",
    "safe",
    expect.stringContaining("is not trusted: DEPTH_ZERO_SELF_SIGNED_CERT; --ca names its authority"),
  ]);
  await Promise.all([...proxies, secure].map((one) => one.close()));
});
