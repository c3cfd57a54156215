import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outgoing, textOf } from "../../test/messages.ts";
import { LONGEST_BODY } from "../wire/read-whole.ts";
import { sendOverNode } from "./send-over-node.ts";

const BODY = '{"id":"ü"}';
const bodies: Readonly<Record<string, Uint8Array>> = {
  "": Buffer.from(BODY),
  identity: Buffer.from(BODY),
  gzip: gzipSync(BODY),
  deflate: deflateSync(BODY),
  // Without the wrapper of zlib.
  DEFLATE: deflateRawSync(BODY),
  br: brotliCompressSync(BODY),
  "deflate, gzip": gzipSync(deflateSync(BODY)),
  // What some services write, and mean nothing by.
  "utf-8": Buffer.from(BODY),
  broken: Buffer.from("no gzip"),
  bomb: gzipSync(Buffer.alloc(LONGEST_BODY + 1)),
};

function* endless(): Generator<Uint8Array> {
  for (const chunk = Buffer.alloc(1024 * 1024); ; ) yield chunk;
}

let server: Server;
let origin = "";
const { send, close } = sendOverNode();

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/cut") {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    } else if (pathname === "/status") {
      response.writeHead(Number(searchParams.get("code")), "As it likes");
      response.end();
    } else if (pathname === "/coded") {
      const coding = searchParams.get("coding") ?? "";
      const said = ["broken", "bomb"].includes(coding) ? "gzip" : coding;
      response.writeHead(200, said === "" ? {} : { "content-encoding": said }).end(bodies[coding]);
    } else if (pathname === "/endless") {
      await pipeline(Readable.from(endless()), response).catch(() => undefined);
    } else if (pathname === "/cookies") {
      response.writeHead(200, { "set-cookie": ["a=1; Path=/", "b=2"], "x-many": ["1", "2"] }).end();
    } else if (pathname !== "/never") {
      const body = Buffer.concat(await request.toArray()).toString();
      response.end(JSON.stringify({ method: request.method, headers: request.headers, body }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await close();
  await new Promise((resolve) => server.close(resolve));
});

/** The chain of causes, as a report tells it. */
async function lossOf(sent: Promise<unknown>): Promise<string> {
  const error = await sent.then(
    () => undefined,
    (reason: Error) => reason,
  );
  return [error?.message, (error?.cause as Error | undefined)?.message].filter(Boolean).join(": ");
}

test.each([
  { coding: "", want: BODY },
  { coding: "identity", want: BODY },
  { coding: "gzip", want: BODY },
  { coding: "deflate", want: BODY },
  { coding: "DEFLATE", want: BODY },
  { coding: "br", want: BODY },
  { coding: "deflate, gzip", want: BODY },
  { coding: "utf-8", want: BODY },
])("a body comes without its content coding $coding", async ({ coding, want }) => {
  const response = await send(outgoing(`${origin}/coded?coding=${encodeURIComponent(coding)}`));
  expect(textOf(response)).toBe(want);
  expect(response.headers.get("content-encoding")).toBe(coding || null);
});

test.each([204, 304, 404, 599, 600, 799, 999])("status %i comes as it is", async (code) => {
  expect((await send(outgoing(`${origin}/status?code=${code}`))).status).toBe(code);
});

test("headers come as they are, cookies each by itself", async () => {
  const { headers } = await send(outgoing(`${origin}/cookies`));
  expect([headers.getSetCookie(), headers.get("x-many")]).toEqual([["a=1; Path=/", "b=2"], "1, 2"]);
});

test.each([
  { method: "GET", body: "", length: undefined },
  { method: "POST", body: "", length: "0" },
  { method: "POST", body: "ü", length: "2" },
  { method: "DELETE", body: "ü", length: "2" },
  { method: "GET", body: "ü", length: "2" },
])("$method with a body of '$body' goes as it is", async ({ method, body, length }) => {
  const given = outgoing(origin, { method, body, headers: { "x-own": "1", accept: "a/b" } });
  const seen = JSON.parse(textOf(await send(given)));
  expect(seen).toMatchObject({ method, body, headers: { "x-own": "1", accept: "a/b" } });
  expect(seen.headers["content-length"]).toBe(length);
});

test.each([
  {
    what: "a connection that is refused",
    url: () => "http://127.0.0.1:1/",
    want: /^fetch failed: connect ECONNREFUSED/,
  },
  {
    what: "an answer that is cut off",
    url: () => `${origin}/cut`,
    want: /^fetch failed: the answer broke off$/,
  },
  {
    what: "a body that is not coded as it says",
    url: () => `${origin}/coded?coding=broken`,
    want: /^fetch failed: the body is not what its content-encoding says: gzip$/,
  },
  {
    what: "a body that is gigabytes, unpacked",
    url: () => `${origin}/coded?coding=bomb`,
    want: /^fetch failed: the body is longer than 64 MiB, unpacked$/,
  },
  {
    what: "a body without end",
    url: () => `${origin}/endless`,
    want: /^fetch failed: the body is longer than 64 MiB$/,
  },
])("$what is a loss", async ({ url, want }) => {
  expect(await lossOf(send(outgoing(url())))).toMatch(want);
});

test("a header that none can be is a loss, before anything is sent", async () => {
  const headers = new Map([["x-own", "a\nb"]]) as unknown as Headers;
  expect(await lossOf(send({ ...outgoing(origin), headers }))).toMatch(/^fetch failed: Invalid character/);
});

test("who does not wait any more is told so at once", async () => {
  const stop = new AbortController();
  const sent = send({ ...outgoing(`${origin}/never`), signal: stop.signal });
  setTimeout(() => stop.abort(new Error("enough")), 20);
  await expect(sent).rejects.toThrow("enough");
  await expect(send({ ...outgoing(origin), signal: stop.signal })).rejects.toThrow("enough");
});
