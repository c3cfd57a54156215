import { createHash } from "node:crypto";
import { createServer as createHttpServer, request } from "node:http";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import zlib, { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Captured, Unjudged } from "./captured.ts";
import { type RunningProxy, startProxy } from "./start-proxy.ts";

// A service that says what it is told to, be it HTTP or not.
let answer = "";
const service = createServer((socket) => {
  socket.on("error", () => undefined);
  socket.once("data", () => socket.end(Buffer.from(answer, "latin1")));
});
let proxy: RunningProxy;
const passed: (Captured | Unjudged)[] = [];
const onExchange = async (one: Captured | Unjudged) => void passed.push(one);

beforeAll(async () => {
  const port = await listen(service);
  proxy = await startProxy({ upstream: `http://127.0.0.1:${port}/base`, onExchange });
});
afterEach(() => {
  passed.length = 0;
});
afterAll(async () => {
  await proxy.close();
  service.close();
});

const GET = "GET /x HTTP/1.1\r\nHost: acme.example\r\nConnection: close\r\n\r\n";
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

describe("an answer that is hardly one", () => {
  test.each([
    { name: "no status", given: "HTTP/1.1 000 X\r\nContent-Length: 0\r\n\r\n", want: 502 },
    { name: "a status below all", given: "HTTP/1.1 099 X\r\nContent-Length: 0\r\n\r\n", want: 502 },
    { name: "garbage", given: "garbage\r\n\r\n", want: 502 },
    { name: "nothing", given: "", want: 502 },
    {
      name: "another protocol, unasked",
      given: "HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
      want: 502,
    },
    {
      name: "two lengths",
      given: `${OK.replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n")}`,
      want: 502,
    },
    { name: "a status of nobody's", given: OK.replace("200", "999"), want: 999 },
    {
      name: "a hint that is none",
      given: `HTTP/1.1 103 Early Hints\r\nLink: garbage\r\n\r\n${OK}`,
      want: 200,
    },
    { name: "hints of work", given: `HTTP/1.1 102 Processing\r\n\r\n${OK}`, want: 200 },
    { name: "a head of 100 kB", given: OK.replace("\r\n", `\r\nX-A: ${"a".repeat(100_000)}\r\n`), want: 200 },
    { name: "HTTP/1.0, until it is closed", given: "HTTP/1.0 200 OK\r\n\r\nok", want: 200 },
    { name: "gzip that is none", given: OK.replace("\r\n", "\r\nContent-Encoding: gzip\r\n"), want: 200 },
  ])("$name: $want", async ({ given, want }) => {
    answer = given;
    const text = await talk(GET);
    expect(text.replace(/^HTTP\/1\.1 103 .*?\r\n\r\n/s, "")).toMatch(new RegExp(`^HTTP/1\\.1 ${want} `));
    if (want === 502)
      expect(text).toMatch(/application\/problem\+json.*proxy-status: settled; error=\w+_\w+\r\n/s);
    await expect.poll(() => passed.length).toBe(1);
    expect("unjudged" in (passed[0] ?? {})).toBe(want === 502);
  });

  test("bytes that no text has come as they are", async () => {
    answer = OK.replace("OK\r\n", "\xfcber\r\nX-Name: \xfc\x80\xff\r\n");
    expect(await talk(GET)).toContain("200 \xfcber\r\nX-Name: \xfc\x80\xff\r\n");
  });

  test("what unpacks to more than there is room for is passed on, and not judged by its body", async () => {
    const body = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
    answer = head + body.toString("latin1");
    expect((await talk(GET)).length).toBeGreaterThan(body.length);
    await expect.poll(() => passed, { timeout: 30_000 }).toMatchObject([{ responseBody: "missing" }]);
  }, 60_000);
});

describe("what is no request to the service is refused, with a lesson", () => {
  const UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
  test.each([
    {
      name: "a WebSocket",
      given: `GET /x HTTP/1.1\r\nHost: a\r\n${UPGRADE}\r\n`,
      status: 501,
      want: "passes no WebSocket on",
    },
    {
      name: "a tunnel",
      given: "CONNECT other.example:443 HTTP/1.1\r\nHost: other.example:443\r\n\r\n",
      status: 501,
      want: "passes no tunnel on",
    },
    {
      name: "another service",
      given: "GET http://other.example/x HTTP/1.1\r\nHost: other.example\r\n\r\n",
      status: 421,
      want: "http://other.example/ was asked for|other.example was asked for",
    },
  ])("$name: $status", async ({ given, status, want }) => {
    answer = OK;
    const text = await talk(given);
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*application/problem\\+json.*(?:${want})`, "s"));
    await expect.poll(() => passed).toEqual([{ unjudged: expect.stringContaining("The settled proxy") }]);
  });

  test.each([
    {
      name: "HTTP/2, offered",
      given: GET.replace("close", "close, Upgrade\r\nUpgrade: h2c"),
      want: "/base/x",
    },
    {
      name: "the proxy's own address, in full",
      given: GET.replace("/x", "http://localhost:{port}/x"),
      want: "/base/x",
    },
    { name: "all of the service", given: GET.replace("GET /x", "OPTIONS *"), want: "/*" },
    {
      name: "a path that looks like a host",
      given: GET.replace("/x", "//other.example/x"),
      want: "/base//other.example/x",
    },
    { name: "a method of late", given: GET.replace("GET", "QUERY"), want: "/base/x" },
  ])("not: $name", async ({ given, want }) => {
    answer = OK;
    expect(await talk(given)).toMatch(/^HTTP\/1\.1 200 /);
    await expect.poll(() => passed.length).toBe(1);
    const [one] = passed as Captured[];
    expect(one?.exchange.request.url.replace(/^http:\/\/[^/]+/, "")).toBe(want);
  });
});

describe("a service that", () => {
  const SIZE = 50 * 1024 * 1024;
  const chunk = Buffer.from(Array.from({ length: 65_536 }, (_, index) => (index * 7919) % 251));
  const sumOf = async (stream: AsyncIterable<Uint8Array>) => {
    const hash = createHash("sha256");
    for await (const piece of stream) hash.update(piece);
    return hash.digest("hex");
  };
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let sent = 0; sent < SIZE; sent += chunk.length) yield chunk;
  }

  test("is sent 50 MB and sends them back has not one bit of them altered", { timeout: 60_000 }, async () => {
    const http = createHttpServer((incoming, outgoing) => void incoming.pipe(outgoing));
    const echo = await startProxy({ upstream: `http://127.0.0.1:${await listen(http)}`, onExchange });
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const outbound = request(`${echo.origin}/big`, { method: "POST" }, (response) =>
      resolve(sumOf(response)),
    );
    Readable.from(pieces()).pipe(outbound.on("error", reject));
    expect(await promise).toBe(await sumOf(pieces()));
    await expect.poll(() => passed).toMatchObject([{ requestBody: "missing", responseBody: "missing" }]);
    await echo.close();
    http.close();
  });

  const reason = "zstdCompressSync" in zlib ? "" : ": skipped, since this Node has no zstd";
  test.skipIf(reason !== "")(`packs with zstd is judged unpacked${reason}`, async () => {
    const http = createHttpServer((_, outgoing) => {
      outgoing.writeHead(200, { "content-encoding": "zstd" }).end(zlib.zstdCompressSync('{"a":1}'));
    });
    const packed = await startProxy({ upstream: `http://127.0.0.1:${await listen(http)}`, onExchange });
    const bytes = await new Promise<number>((resolve) => {
      request(`${packed.origin}/x`, async (response) => resolve((await response.toArray()).length)).end();
    });
    expect(bytes).toBe(1);
    await expect.poll(() => passed.length).toBe(1);
    expect(new TextDecoder().decode((passed as Captured[])[0]?.exchange.response?.body)).toBe('{"a":1}');
    await packed.close();
    http.close();
  });

  test.each(["whoever asked goes away", "the proxy is ended"])(
    "never answers is left when %s",
    async (when) => {
      const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
      const { promise: left, resolve: isLeft } = Promise.withResolvers<void>();
      const silent = createServer((socket) => {
        socket.on("error", () => undefined).once("data", () => isAsked());
        socket.on("close", () => isLeft());
      });
      const waiting = await startProxy({ upstream: `http://127.0.0.1:${await listen(silent)}`, onExchange });
      const leave = new AbortController();
      const answer = fetch(`${waiting.origin}/x`, { signal: leave.signal }).catch(() => "none");
      await asked;
      if (when.startsWith("whoever")) leave.abort();
      else await waiting.close();
      await left;
      expect(await answer).toBe("none");
      await expect.poll(() => passed).toEqual([{ unjudged: expect.stringMatching(/went away|ECONNRESET/) }]);
      await waiting.close();
      silent.close();
    },
  );
});

async function listen(server: Pick<Server, "listen" | "address">): Promise<number> {
  server.listen(0, "127.0.0.1");
  while (server.address() === null) await setImmediate();
  return (server.address() as AddressInfo).port;
}

/** All that comes back, byte for byte, until there is no more or it is an answer whole. */
function talk(text: string): Promise<string> {
  const port = Number(new URL(proxy.origin).port);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(text.replace("{port}", String(port))));
    socket.on("data", (piece) => chunks.push(piece));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}
