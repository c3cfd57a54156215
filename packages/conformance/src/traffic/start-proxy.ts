import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Agent as SecureAgent } from "node:https";
import type { AddressInfo } from "node:net";
import type { Tls } from "../live/load-tls.ts";
import { TeachingError } from "../teaching-error.ts";
import { decodeBody, isDecodable, type Unread } from "../wire/decode-body.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { refusalOf } from "./aim-request.ts";
import type { Captured, Unjudged } from "./captured.ts";
import { forward, type Passed } from "./forward.ts";
import { notPassed, refuse, refuseConnection } from "./refusal.ts";
import { LARGEST_HEAD } from "./upstream.ts";

export interface ProxyOptions {
  /** Base URL of the service: http or https. */
  readonly upstream: string;
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** What is trusted of an https upstream, and shown to it. */
  readonly tls?: Tls;
  /** Handed a copy of each exchange that has passed. */
  readonly onExchange: (captured: Captured | Unjudged) => Promise<void>;
}

/** A proxy that listens on this machine's loopback address. */
export interface RunningProxy {
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Lets what has passed be judged, and stops. */
  close(): Promise<void>;
}

/**
 * Stands in front of a service and alters nothing of what it answers; a copy is handed on, after the fact.
 *
 * @throws TeachingError when the port cannot be had.
 */
export async function startProxy({
  upstream,
  port = 0,
  tls,
  onExchange,
}: ProxyOptions): Promise<RunningProxy> {
  const url = new URL(upstream);
  const agent = new (url.protocol === "https:" ? SecureAgent : Agent)({ keepAlive: true });
  const target = { url, agent, ...(tls && { tls }) };
  const pending = new Set<Promise<void>>();
  const hand = (captured: Promise<Captured | Unjudged>) => {
    const handed = captured.then(onExchange);
    pending.add(handed);
    handed.finally(() => pending.delete(handed)).catch(() => undefined);
  };
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const refusal = refusalOf(incoming, url);
    if (!refusal) return forward(target, incoming, outgoing, (passed) => hand(captureOf(passed)));
    refuse(outgoing, refusal);
    hand(Promise.resolve({ unjudged: refusal.title }));
  };
  // How long an upload or an answer may take is for the service to say.
  const options = { requestTimeout: 0, insecureHTTPParser: false, maxHeaderSize: LARGEST_HEAD };
  const server = createServer(options, serve);
  server.on("checkContinue", serve);
  server.on("connect", (_, socket) => {
    const refusal = notPassed("tunnel", url.origin);
    refuseConnection(socket, refusal);
    hand(Promise.resolve({ unjudged: refusal.title }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const what = `cannot listen on port ${port}: ${cause.code}`;
      reject(
        new TeachingError({ what, expected: "a free port; 0 takes any", example: "--port 0" }, { cause }),
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      agent.destroy();
      await Promise.allSettled(pending);
    },
  };
}

const EMPTY = new Uint8Array();

async function captureOf(passed: Passed): Promise<Captured | Unjudged> {
  const { request, response, sent, received, sentAt, duration, broken } = passed;
  if (broken !== undefined || !response) return { unjudged: broken ?? "no answer came" };
  const headers = new PlainHeaders(request.headers);
  const answered = new PlainHeaders(response.headers);
  const bytes = sent && readable(await decodeBody(sent, headers.get("content-encoding")));
  const coding = answered.get("content-encoding");
  // What nobody knows is passed over, as `fetch` does.
  const decoded = received && (isDecodable(coding) ? await decodeBody(received, coding) : received);
  const body = readable(decoded);
  return {
    exchange: {
      request: {
        method: request.method,
        url: request.url,
        headers,
        body: bytes && bytes.length > 0 ? new TextDecoder().decode(bytes) : "",
        bytes: bytes ?? EMPTY,
        sentAt,
      },
      response: { status: response.status, headers: answered, body: body ?? EMPTY },
    },
    duration,
    ...(!bytes && { requestBody: "missing" as const }),
    ...(!body && { responseBody: decoded === "miscoded" ? decoded : ("missing" as const) }),
  };
}

function readable(decoded: Uint8Array | Unread | undefined): Uint8Array | undefined {
  return typeof decoded === "string" ? undefined : decoded;
}
