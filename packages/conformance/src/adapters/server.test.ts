import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { document } from "../../test/acme-jobs.ts";
import type { Answer, Responder } from "../sandbox/answer.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { TeachingError } from "../teaching-error.ts";
import { type RunningServer, startServer } from "./server.ts";

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function serve(respond: Responder, port = 0): Promise<string> {
  const server = await startServer(respond, { port });
  running.push(server);
  return server.origin;
}

const always =
  (answer: Answer): Responder =>
  async () =>
    answer;

/** Answers with what it was sent. */
const echo: Responder = async (request) => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    method: request.method,
    url: request.url.replace(/^http:\/\/[^/]+/, ""),
    headers: Object.fromEntries(request.headers),
    body: request.body,
  }),
});

describe("an answer arrives as it is", () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0xff]);
  test.each<{ name: string; given: Answer; want: { status: number; type: string | null; body: number[] } }>([
    {
      name: "text",
      given: { status: 200, headers: { "content-type": "text/plain" }, body: "ü" },
      want: { status: 200, type: "text/plain", body: [0xc3, 0xbc] },
    },
    {
      name: "bytes that are no text",
      given: { status: 404, headers: { "content-type": "application/json;charset=UTF-8" }, body: bytes },
      want: { status: 404, type: "application/json;charset=UTF-8", body: [...bytes] },
    },
    {
      name: "no media type",
      given: { status: 200, headers: {}, body: "x" },
      want: { status: 200, type: null, body: [120] },
    },
    { name: "no content", given: { status: 204, headers: {} }, want: { status: 204, type: null, body: [] } },
    {
      name: "not modified",
      given: { status: 304, headers: {} },
      want: { status: 304, type: null, body: [] },
    },
  ])("$name", async ({ given, want }) => {
    const response = await fetch(await serve(always(given)));
    const body = [...new Uint8Array(await response.arrayBuffer())];
    expect({ status: response.status, type: response.headers.get("content-type"), body }).toEqual(want);
  });
});

describe("a request arrives as it is", () => {
  test.each([
    { path: "/a%2Fb?x=1&x=2", want: "/a%2Fb?x=1&x=2" },
    { path: "//x", want: "//x" },
    { path: "//x//y?z", want: "//x//y?z" },
    { path: "/", want: "/" },
  ])("$path", async ({ path, want }) => {
    const answer = (await (await fetch(`${await serve(echo)}${path}`)).json()) as { url: string };
    expect(answer.url).toBe(want);
  });

  test("method, headers and body", async () => {
    const response = await fetch(await serve(echo), {
      method: "PATCH",
      headers: { "x-one": "1", "content-type": "text/plain" },
      body: "grüße",
    });
    expect(await response.json()).toMatchObject({
      method: "PATCH",
      headers: { "x-one": "1", "content-type": "text/plain" },
      body: "grüße",
    });
  });

  test("a header that is sent twice", async () => {
    const answer = await send(await serve(echo), { headers: { "x-twice": ["1", "2"] } });
    expect(JSON.parse(answer.text)).toMatchObject({ headers: { "x-twice": "1, 2" } });
  });

  test("a GET with a body", async () => {
    const answer = await send(await serve(echo), { headers: { "content-length": ["1"] }, body: "x" });
    expect(JSON.parse(answer.text)).toMatchObject({ method: "GET", body: "x" });
  });
});

test("HEAD is answered with the headers alone", async () => {
  const origin = await serve(always({ status: 200, headers: { "x-one": "1" }, body: "0123456789" }));
  const response = await fetch(origin, { method: "HEAD" });
  const { status, headers } = response;
  expect([status, headers.get("x-one"), headers.get("content-length")]).toEqual([200, "1", "10"]);
  expect(await response.text()).toBe("");
});

test("a HEAD that leaves its content out says how long that would be", async () => {
  const origin = await serve(always({ status: 200, headers: { "content-length": "12" } }));
  const [head, get] = await Promise.all(["HEAD", "GET"].map((method) => fetch(origin, { method })));
  expect([head?.headers.get("content-length"), get?.headers.get("content-length")]).toEqual(["12", "0"]);
});

test.each([
  { name: "ASCII", body: "0123456789" },
  { name: "Latin-1", body: "grüße" },
  { name: "others", body: "日本語 €" },
])("a text of $name arrives as UTF-8", async ({ body }) => {
  const response = await fetch(await serve(always({ status: 200, headers: {}, body })));
  expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(body);
  expect(Number(response.headers.get("content-length"))).toBe(Buffer.byteLength(body));
});

test("the sandbox behind it answers as documented, and only what is documented", async () => {
  const origin = await serve(createDocumentedAnswers(document));
  const answers = await Promise.all(
    ["/health", "/tenants/main/v3/health", "/nowhere"].map(
      async (path) => (await fetch(`${origin}${path}`)).status,
    ),
  );
  expect(answers).toEqual([200, 200, 404]);
});

describe("the body may be as large as 10 MB", () => {
  const MB = 1024 * 1024;
  test.each([
    { size: 10 * MB, want: 200 },
    { size: 10 * MB + 1, want: 413 },
    { size: 11 * MB, want: 413 },
  ])("$size: $want", async ({ size, want }) => {
    const origin = await serve(async () => ({ status: 200, headers: {} }));
    const response = await fetch(origin, { method: "POST", body: new Uint8Array(size) });
    expect(response.status).toBe(want);
    await response.text();
    expect((await fetch(origin)).status).toBe(200);
  });

  test("and one that comes bit by bit is answered when it has come", async () => {
    const origin = await serve(async () => ({ status: 200, headers: {} }));
    let left = 11;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(new Uint8Array(MB));
      },
    });
    const init = { method: "POST", body, duplex: "half" };
    expect((await fetch(origin, init as RequestInit)).status).toBe(413);
  });
});

describe("faults", () => {
  const whole: Answer = { status: 200, headers: { "content-type": "text/plain" }, body: "0123456789" };

  test("reset: the connection closes before an answer", async () => {
    await expect(fetch(await serve(always({ ...whole, fault: "reset" })))).rejects.toThrow("fetch failed");
  });

  test("truncate: the connection closes in the middle of the body", async () => {
    const response = await fetch(await serve(always({ ...whole, fault: "truncate" })));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe("10");
    await expect(response.text()).rejects.toThrow("terminated");
  });

  test("hang: no answer comes, until the server closes", async () => {
    const origin = await serve(always({ ...whole, fault: "hang" }));
    const signal = AbortSignal.timeout(50);
    await expect(fetch(origin, { signal })).rejects.toThrow(
      expect.objectContaining({ name: "TimeoutError" }),
    );
    const pending = fetch(origin).catch((error: Error) => error.message);
    await running.pop()?.close();
    expect(await pending).toBe("fetch failed");
  });
});

describe("a responder that fails", () => {
  test("is a 500, with the reason", async () => {
    const origin = await serve(async () => {
      throw new Error("no such thing");
    });
    const response = await fetch(origin);
    expect([response.status, await response.text()]).toEqual([500, "no such thing"]);
  });

  test.each([
    { name: "a method that fetch has not", given: "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", want: 200 },
    { name: "a host that is none", given: "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", want: 400 },
  ])("nor does $name end the server", async ({ given, want }) => {
    const origin = await serve(always({ status: 200, headers: {} }));
    expect(await sendRaw(origin, given)).toMatch(new RegExp(`^HTTP/1\\.1 ${want} `));
    expect((await fetch(origin)).status).toBe(200);
  });
});

describe("the port", () => {
  test("any free one of this machine alone", async () => {
    expect(await serve(echo)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test("that is in use is told", async () => {
    const port = Number(new URL(await serve(echo)).port);
    await expect(startServer(echo, { port })).rejects.toThrow(
      new TeachingError({
        what: `port ${port} is in use`,
        expected: "a free port; 0 takes any",
        example: "--port 0",
      }),
    );
  });

  test("is free again after close", async () => {
    const origin = await serve(echo);
    await running.pop()?.close();
    await expect(fetch(origin)).rejects.toThrow("fetch failed");
    expect(await serve(echo, Number(new URL(origin).port))).toBe(origin);
  });
});

test("close ends connections that are open", async () => {
  const { hostname, port } = new URL(await serve(echo));
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const ended = once(socket.resume(), "close");
  await running.pop()?.close();
  expect(await ended).toEqual([false]);
});

/** A request as `fetch` would not send it. */
async function send(
  origin: string,
  { headers = {}, body }: { headers?: Record<string, string[]>; body?: string },
): Promise<{ text: string }> {
  const outgoing = httpRequest(origin, { headers });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of incoming) text += chunk;
  return { text };
}

async function sendRaw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  const [chunk] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return String(chunk);
}
