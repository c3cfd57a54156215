import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outgoing, textOf } from "../../test/messages.ts";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { type Certificate, createCertificate } from "../adapters/certificate.ts";
import type { TransportOptions } from "./create-transport.ts";
import { createTransport } from "./create-transport.ts";

const folder = sharedFolder();
let origin = "";
let mutual = "";
let plain = "";
let proxy = "";
const tunnels: string[] = [];
const servers: Server[] = [];
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  const own = await createCertificate();
  const client = await createClientCertificate();
  await writeFile(path("ca.pem"), own.cert);
  await writeFile(path("client.pem"), client.cert);
  await writeFile(path("client.key"), client.key);
  origin = `https://localhost:${await listen(createSecureServer(own, (_, answer) => answer.end("hello")))}`;
  const strict = { ...own, ca: client.cert, requestCert: true, rejectUnauthorized: true };
  mutual = `https://localhost:${await listen(createSecureServer(strict, (_, answer) => answer.end("known")))}`;
  plain = `http://localhost:${await listen(createServer((_, answer) => answer.end("plain")))}`;
  proxy = `http://127.0.0.1:${await listen(tunnel())}`;
});
afterAll(async () => {
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A proxy that writes down what it is asked for. */
function tunnel(): Server {
  const server = createServer((request, answer) => {
    tunnels.push(`${request.method} ${request.url}`);
    answer.end("by the proxy");
  });
  server.on("connect", (request, socket) => {
    tunnels.push(`CONNECT ${request.url}`);
    const [, port] = (request.url ?? "").split(":");
    const through = connect(Number(port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connected\r\n\r\n");
      through.pipe(socket);
      socket.pipe(through);
    });
    for (const one of [through, socket]) one.on("error", () => undefined);
  });
  return server;
}

async function createClientCertificate(): Promise<Certificate> {
  const { generate } = await import("selfsigned");
  const { private: key, cert } = await generate([{ name: "commonName", value: "settled" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "extKeyUsage", clientAuth: true },
    ],
  });
  return { key, cert };
}

/** What comes, or why nothing does. */
async function ask(url: string, options: TransportOptions): Promise<string> {
  const transport = await createTransport({ env: {}, ...options });
  try {
    return textOf(await transport.send(outgoing(url)));
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? message;
  } finally {
    await transport.close();
  }
}

describe("a certificate", () => {
  test("that nobody vouches for is not taken", async () => {
    expect(await ask(origin, {})).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  });
  test("that is named is", async () => {
    expect(await ask(origin, { ca: path("ca.pem") })).toBe("hello");
  });
  test("any is, on request", async () => {
    expect(await ask(origin, { insecure: true })).toBe("hello");
  });
  test("another that is named does not help", async () => {
    expect(await ask(origin, { ca: path("client.pem") })).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  });
  test("of the client is shown", async () => {
    const client = { cert: path("client.pem"), key: path("client.key") };
    expect(await ask(mutual, { ca: path("ca.pem"), ...client })).toBe("known");
    expect(await ask(mutual, { ca: path("ca.pem") })).toMatch(/CERTIFICATE_REQUIRED|SOCKET|ECONNRESET/);
  });
});

describe("a proxy of the environment", () => {
  test.each([
    {
      name: "is asked to connect",
      env: () => ({ HTTPS_PROXY: proxy }),
      url: () => origin,
      want: ["hello", true],
    },
    {
      name: "is asked in lower case",
      env: () => ({ https_proxy: proxy }),
      url: () => origin,
      want: ["hello", true],
    },
    {
      name: "is passed by",
      env: () => ({ HTTPS_PROXY: proxy, NO_PROXY: "localhost" }),
      url: () => origin,
      want: ["hello", false],
    },
    {
      name: "of plain HTTP is asked where HTTPS has none of its own",
      env: () => ({ HTTP_PROXY: proxy }),
      url: () => origin,
      want: ["hello", true],
    },
    {
      name: "is passed by for plain HTTP",
      env: () => ({ HTTP_PROXY: proxy, NO_PROXY: "localhost" }),
      url: () => plain,
      want: ["plain", false],
    },
  ])("$name", async ({ env, url, want }) => {
    tunnels.length = 0;
    const text = await ask(url(), { ca: path("ca.pem"), env: env() });
    expect([text, tunnels.length > 0]).toEqual(want);
  });

  test("is asked for plain HTTP, too", async () => {
    tunnels.length = 0;
    expect(await ask(plain, { env: { HTTP_PROXY: proxy } })).toMatch(/plain|by the proxy/);
    expect(tunnels).toHaveLength(1);
  });
});

test("what is sent goes as it is: method, headers, body", async () => {
  let seen = "";
  const port = await listen(
    createServer(async (request, answer) => {
      const parts = await request.toArray();
      seen = `${request.method} ${request.headers["x-own"]} ${Buffer.concat(parts)}`;
      answer.writeHead(302, { location: "http://elsewhere.invalid/" }).end("moved");
    }),
  );
  const { send, close } = await createTransport({ insecure: true, env: {} });
  const init = { method: "POST", headers: { "x-own": "1" }, body: "ü" };
  const answer = await send(outgoing(`http://127.0.0.1:${port}/`, init));
  expect([seen, answer.status, textOf(answer)]).toEqual(["POST 1 ü", 302, "moved"]);
  await close();
});

test.each([
  { options: { ca: "nowhere.pem" }, want: "cannot read nowhere.pem: ENOENT\n  where     --ca" },
  { options: { cert: "a.pem" }, want: "a client certificate needs its private key\n  where     --key" },
  { options: { key: "a.pem" }, want: "a client certificate needs its private key\n  where     --cert" },
])("$options: $want", async ({ options, want }) => {
  await expect(createTransport({ ...options, env: {} })).rejects.toThrow(want);
});

test.each([{ HTTP_PROXY: "nonsense" }, { https_proxy: "::::" }, { HTTPS_PROXY: "proxy.example:3128" }])(
  "a proxy that is none is told: %j",
  async (env) => {
    await expect(createTransport({ env })).rejects.toThrow(`${Object.keys(env)[0]} is no proxy`);
  },
);
