import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Responder } from "../sandbox/answer.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { type RunningServer, type ServerOptions, startServer } from "./server.ts";

const running: RunningServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of running.splice(0)) await server.close();
});

/** What reached the responder. */
let received: SentRequest[] = [];
const record: Responder = async (request) => {
  received.push(request);
  return { status: 200, headers: {}, body: request.url };
};

async function serve(respond: Responder = record, options: ServerOptions = {}): Promise<RunningServer> {
  received = [];
  const server = await startServer(respond, options);
  running.push(server);
  return server;
}

async function dial({ origin }: RunningServer): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** All that comes back until the connection is closed. */
async function talk(server: RunningServer, ...parts: (string | Buffer)[]): Promise<string> {
  const socket = await dial(server);
  for (const part of parts) socket.write(part);
  return listen(socket);
}

async function listen(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  await new Promise((resolve) => socket.once("close", resolve));
  return text;
}

const CLOSE = "Host: acme.example\r\nConnection: close\r\n\r\n";

describe("a path arrives as it was sent, or not at all", () => {
  test.each([
    { target: "/a/b?c=d", want: 200, url: "http://acme.example/a/b?c=d" },
    { target: "//a//b/", want: 200, url: "http://acme.example//a//b/" },
    { target: "/a%2Fb/%2e%2e%2f", want: 200, url: "http://acme.example/a%2Fb/%2e%2e%2f" },
    { target: "/a...b/..c/d..?x=/../y", want: 200, url: "http://acme.example/a...b/..c/d..?x=/../y" },
    { target: "http://acme.example/a?b", want: 200, url: "http://acme.example/a?b" },
    { target: "http://other.example", want: 200, url: "http://acme.example/" },
    { target: "http://other.example?a", want: 200, url: "http://acme.example/?a" },
    { target: "/a/../b", want: 400 },
    { target: "/a/./b", want: 400 },
    { target: "/a/..", want: 400 },
    { target: "/..", want: 400 },
    { target: "/a/%2e%2E/b", want: 400 },
    { target: "/a/.%2e?x", want: 400 },
    { target: "http://acme.example/a/../b", want: 400 },
    { target: "/a\\..\\b", want: 400 },
    { target: "/a#b", want: 400 },
    { target: "*", want: 400 },
    { target: "a", want: 400 },
  ])("$target: $want", async ({ target, want, url }) => {
    const answer = await talk(await serve(), `OPTIONS ${target} HTTP/1.1\r\n${CLOSE}`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${want} `));
    expect(received.map((request) => request.url)).toEqual(url === undefined ? [] : [url]);
  });
});

test("HTTP/1.0 needs no host", async () => {
  expect(await talk(await serve(), "GET /a HTTP/1.0\r\n\r\n")).toMatch(
    /^HTTP\/1\.1 200 .*http:\/\/localhost\/a$/s,
  );
});

describe("what is no HTTP is a 400", () => {
  test.each([
    { name: "no HTTP at all", given: "hello\r\n\r\n" },
    { name: "TLS", given: Buffer.from("160301020001000001fc0303", "hex") },
    { name: "a header without a colon", given: "GET / HTTP/1.1\r\nHost\r\n\r\n" },
    { name: "no host", given: "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", says: "header Host" },
    { name: "two hosts", given: `GET / HTTP/1.1\r\nhost: a\r\n${CLOSE}`, says: "than one header Host" },
    { name: "two lengths", given: `POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${CLOSE}` },
    {
      name: "a length and chunks",
      given: `POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${CLOSE}`,
    },
    { name: "a host with a path", given: "GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n" },
    { name: "a host with a user", given: "GET / HTTP/1.1\r\nHost: u@b\r\nConnection: close\r\n\r\n" },
    {
      name: "a host that is a broken address",
      given: "GET / HTTP/1.1\r\nHost: 1.2.3.999\r\nConnection: close\r\n\r\n",
    },
  ])("$name", async ({ given, says = "" }: { given: string | Buffer; says?: string }) => {
    const server = await serve();
    expect(await talk(server, given)).toMatch(new RegExp(`^HTTP/1\\.1 400 .*\r\n\r\n\\w.*${says}$`, "s"));
    expect(received).toEqual([]);
    expect((await fetch(server.origin)).status).toBe(200);
  });
});

test("headers of 100 kB are a 431", async () => {
  const server = await serve();
  const answer = await talk(server, `GET / HTTP/1.1\r\nX-Large: ${"x".repeat(100_000)}\r\n${CLOSE}`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 .*\r\n\r\ntoo large: the headers may have 16 kB$/s);
  expect(received).toEqual([]);
});

describe("a body over 10 MB", () => {
  const LENGTH = "Content-Length: 20971520\r\n";

  test("is refused before it is sent, if the client asks", async () => {
    const answer = await talk(await serve(), `POST / HTTP/1.1\r\nExpect: 100-continue\r\n${LENGTH}${CLOSE}`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).not.toContain("100 Continue");
  });

  test("one that is small enough may be sent", async () => {
    const server = await serve();
    const socket = await dial(server);
    socket.write(`POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n${CLOSE}`);
    const [chunk] = (await once(socket, "data")) as [Buffer];
    expect(String(chunk)).toMatch(/^HTTP\/1\.1 100 /);
    socket.write("ab");
    expect(await listen(socket)).toMatch(/^HTTP\/1\.1 200 /);
    expect(received.map(({ body }) => body)).toEqual(["ab"]);
  });

  test("is refused when it has come, in chunks of no announced length", async () => {
    const server = await serve();
    const socket = await dial(server);
    socket.write(`POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${CLOSE}`);
    const chunk = `100000\r\n${"x".repeat(0x100000)}\r\n`;
    for (let index = 0; index < 11; index += 1) socket.write(chunk);
    socket.write("0\r\n\r\n");
    expect(await listen(socket)).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toEqual([]);
  });
});

describe("a client that is slow", () => {
  const patience = { headers: 60, request: 120 };

  test.each([
    { name: "with its headers", given: "GET / HTTP/1.1\r\nHost: x\r\n" },
    { name: "with its body", given: `POST / HTTP/1.1\r\nContent-Length: 10\r\n${CLOSE}abc` },
  ])("$name is not waited for", async ({ given }) => {
    const server = await serve(record, { patience });
    expect(await talk(server, given)).toMatch(/^HTTP\/1\.1 408 /);
    expect(received).toEqual([]);
  });
});

describe("a client that hangs up", () => {
  test("in its body: nothing is answered, and the others are", async () => {
    const server = await serve();
    const socket = await dial(server);
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    expect((await fetch(server.origin)).status).toBe(200);
    expect(received.length).toBe(1);
  });

  test("while the answer is made: the responder is told", async () => {
    const { promise: asked, resolve: tell } = Promise.withResolvers<AbortSignal>();
    const server = await serve(async (_, gone = AbortSignal.abort()) => {
      tell(gone);
      await new Promise((resolve) => gone.addEventListener("abort", resolve));
      return { status: 200, headers: {} };
    });
    const socket = await dial(server);
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    const signal = await asked;
    expect(signal.aborted).toBe(false);
    socket.destroy();
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  });

  test("after an answer, nobody is told", async () => {
    let signal: AbortSignal | undefined;
    const server = await serve(async (_, gone) => {
      signal = gone;
      return { status: 200, headers: {} };
    });
    await talk(server, `GET / HTTP/1.1\r\n${CLOSE}`);
    expect(signal?.aborted).toBe(false);
  });
});

test("many requests of one connection are answered in their order", async () => {
  const server = await serve();
  const paths = Array.from({ length: 50 }, (_, index) => `/${index}`);
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join("");
  const answer = await talk(server, requests, `GET /last HTTP/1.1\r\n${CLOSE}`);
  expect([...answer.matchAll(/http:\/\/x(\/\d+)/g)].map(([, path]) => path)).toEqual(paths);
});
