import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Responder } from "../sandbox/answer.ts";
import { TeachingError } from "../teaching-error.ts";
import { type Certificate, createCertificate } from "./certificate.ts";
import { isTooLarge, readIncoming } from "./read-incoming.ts";
import { refuseBroken } from "./refuse-broken.ts";
import { sendAnswer, sendText } from "./send-answer.ts";

/** A responder that listens. */
export interface RunningServer {
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** What callers need to trust to speak HTTPS with it, as PEM; absent over HTTP. */
  readonly certificate?: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** Whether it speaks HTTPS, with a certificate that it makes itself. */
  readonly https?: boolean;
  /** How long a request may take to arrive: its headers and all of it, in milliseconds. By default 10 s and 30 s. */
  readonly patience?: { readonly headers: number; readonly request: number };
}

const PATIENCE = { headers: 10_000, request: 30_000 };

/**
 * Puts a responder behind a real HTTP server, on this machine's loopback address alone.
 *
 * @throws TeachingError when the port cannot be had.
 * @example
 * const server = await startServer(sandbox.respond, { port: 4010 });
 */
export async function startServer(
  respond: Responder,
  { port = 0, https = false, patience = PATIENCE }: ServerOptions = {},
): Promise<RunningServer> {
  const certificate = https ? await createCertificate() : undefined;
  const scheme = certificate ? "https" : "http";
  const server = createFor(certificate, patience, (incoming, outgoing) => {
    serve(respond, scheme, incoming, outgoing).catch((error: Error) => {
      if (outgoing.headersSent) outgoing.destroy();
      else sendText(outgoing, 500, error.message);
    });
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `${scheme}://127.0.0.1:${taken}`,
    ...(certificate && { certificate: certificate.cert }),
    close: () => close(server),
  };
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

function createFor(
  certificate: Certificate | undefined,
  patience: typeof PATIENCE,
  listener: Listener,
): Server {
  const options = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    // Node's own answer to that has no words.
    requireHostHeader: false,
    connectionsCheckingInterval: Math.min(1000, patience.headers, patience.request),
  };
  const server = certificate
    ? createSecureServer({ ...options, ...certificate }, listener)
    : createServer(options, listener);
  server.on("clientError", refuseBroken);
  // RFC 9110 §10.1.1: who asks first whether to send a large body is told before it is sent.
  server.on("checkContinue", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!isTooLarge(incoming)) outgoing.writeContinue();
    listener(incoming, outgoing);
  });
  return server;
}

async function serve(
  respond: Responder,
  scheme: "http" | "https",
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await readIncoming(incoming, scheme);
  if ("status" in request) {
    sendText(outgoing, request.status, request.what);
    return;
  }
  const waiting = waitingAt(incoming.socket);
  const gone = waiting.gone.signal;
  waiting.requests += 1;
  const answer = await respond(request, gone);
  waiting.requests -= 1;
  if (!gone.aborted) sendAnswer(outgoing, answer);
}

/** Those who wait for an answer at a connection. */
interface Waiting {
  requests: number;
  /** Aborted when the connection closes before they have it. */
  readonly gone: AbortController;
}

const connections = new WeakMap<Socket, Waiting>();

function waitingAt(socket: Socket): Waiting {
  const known = connections.get(socket);
  if (known) return known;
  const waiting = { requests: 0, gone: new AbortController() };
  connections.set(socket, waiting);
  socket.once("close", () => {
    if (waiting.requests > 0) waiting.gone.abort();
  });
  return waiting;
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
