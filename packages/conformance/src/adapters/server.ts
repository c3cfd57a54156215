import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Responder } from "../sandbox/answer.ts";
import { TeachingError } from "../teaching-error.ts";

/** A responder that listens. */
export interface RunningServer {
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
}

/** Larger request bodies are refused. */
const MAX_BODY = 10 * 1024 * 1024;

/**
 * Puts a responder behind a real HTTP server, on this machine's loopback address alone.
 *
 * @throws TeachingError when the port cannot be had.
 * @example
 * const server = await startServer(createDocumentedAnswers(document), { port: 4010 });
 */
export async function startServer(
  respond: Responder,
  { port = 0 }: ServerOptions = {},
): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => {
    serve(respond, incoming, outgoing).catch((error: Error) => {
      if (outgoing.headersSent) outgoing.destroy();
      else send(outgoing, { status: 500, headers: { "content-type": "text/plain" }, body: error.message });
    });
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${taken}`, close: () => close(server) };
}

async function serve(respond: Responder, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await readBody(incoming);
  if (body === undefined) {
    send(outgoing, {
      status: 413,
      headers: { "content-type": "text/plain", connection: "close" },
      body: "too large",
    });
    return;
  }
  const method = incoming.method ?? "GET";
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? "", incoming.rawHeaders[index + 1] ?? "");
  }
  // A path may begin with two slashes, which a relative URL would read as a host.
  const { href: url } = new URL(`http://${headers.get("host") ?? "localhost"}${incoming.url ?? "/"}`);
  const sentAt = Date.now();
  send(
    outgoing,
    await respond({ method, url, headers, body: new TextDecoder().decode(body), bytes: body, sentAt }),
  );
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // What is too much is read on: leaving the loop would close the connection before the answer is written.
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  return size <= MAX_BODY ? Buffer.concat(chunks) : undefined;
}

function send(outgoing: ServerResponse, { status, headers, body, fault }: Answer): void {
  if (fault === "hang") return;
  if (fault === "reset") {
    outgoing.destroy();
    return;
  }
  const bytes = Buffer.from(body ?? "");
  outgoing.writeHead(status, {
    ...headers,
    ...(status !== 204 && status !== 304 && { "content-length": bytes.length }),
  });
  if (fault === "truncate") {
    outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
    return;
  }
  outgoing.end(bytes);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const what =
        cause.code === "EADDRINUSE"
          ? `port ${port} is in use`
          : `cannot listen on port ${port}: ${cause.code}`;
      reject(
        new TeachingError({ what, expected: "a free port; 0 takes any", example: "--port 0" }, { cause }),
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
