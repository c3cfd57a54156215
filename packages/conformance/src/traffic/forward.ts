import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from "node:http";
import { request as requestHttps } from "node:https";
import type { Tls } from "../live/load-tls.ts";
import { aimRequest } from "./aim-request.ts";
import { createBodyCopy } from "./copy-body.ts";
import { pairsOf, passHeaders } from "./pass-headers.ts";
import { noAnswer, refuse } from "./refusal.ts";

/** Bytes of a request's or an answer's headers: more than any service takes, so that the proxy is no narrower. */
export const LARGEST_HEAD: number = 256 * 1024;

/** Where requests go on to. */
export interface Upstream {
  readonly url: URL;
  readonly tls?: Tls;
  /** Connections that are kept. */
  readonly agent: Agent;
}

/** What passed, as it was on the wire, codings and all. */
export interface Passed {
  readonly request: { readonly method: string; readonly url: string; readonly headers: readonly string[] };
  readonly sentAt: number;
  readonly duration: number;
  /** `undefined`: too much to be kept. */
  readonly sent: Uint8Array | undefined;
  /** Absent where none came. */
  readonly response?: { readonly status: number; readonly headers: readonly string[] };
  readonly received?: Uint8Array | undefined;
  /** Why there is no answer, or not all of it. */
  readonly broken?: string;
}

/** Passes one request on and its answer back, byte for byte, and tells what passed when it is over. */
export function forward(
  upstream: Upstream,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onPassed: (passed: Passed) => void,
): void {
  const sentAt = Date.now();
  const started = performance.now();
  const { path, headers } = aimRequest(incoming, upstream.url);
  const [sent, received] = [createBodyCopy(), createBodyCopy()];
  let answer: IncomingMessage | undefined;
  let isTold = false;

  const outbound = connect(upstream, incoming, path, headers);
  if (incoming.headers.expect !== undefined) outbound.write(NOTHING);
  outbound.on("continue", () => outgoing.writeContinue());
  outbound.on("information", ({ statusCode, rawHeaders }) => passEarly(outgoing, statusCode, rawHeaders));
  outbound.on("response", (response) => {
    try {
      passHead(response, outgoing);
    } catch (error) {
      return outbound.destroy(error as Error);
    }
    answer = response;
    response.on("data", (chunk: Buffer) => {
      received.add(chunk);
      if (!outgoing.write(chunk)) response.pause();
    });
    outgoing.on("drain", () => response.resume());
    response.on("end", () => {
      if (response.rawTrailers.length > 0) outgoing.addTrailers(pairsOf(response.rawTrailers));
      outgoing.end();
      tell();
    });
    response.on("error", (error) => {
      outgoing.destroy();
      tell(`the answer broke off: ${error.message}`);
    });
  });
  outbound.on("upgrade", (_, socket) => {
    socket.destroy();
    giveUp(Object.assign(new Error("101"), { code: "ERR_HTTP_UNASKED_UPGRADE" }));
  });
  outbound.on("error", (error: NodeJS.ErrnoException) => {
    if (answer || isTold) return;
    if (outbound.reusedSocket && error.code === "ECONNRESET") {
      isTold = true;
      forward(upstream, incoming, outgoing, onPassed);
      return;
    }
    giveUp(error);
  });
  incoming.on("data", (chunk: Buffer) => {
    sent.add(chunk);
    if (!outbound.write(chunk)) incoming.pause();
  });
  outbound.on("drain", () => incoming.resume());
  const end = () => {
    if (incoming.rawTrailers.length > 0) outbound.addTrailers(pairsOf(incoming.rawTrailers));
    outbound.end();
  };
  if (incoming.readableEnded) end();
  else incoming.on("end", end);
  outgoing.on("close", () => {
    if (outgoing.writableFinished) {
      // It was answered before all of it was sent.
      if (!incoming.complete) outbound.destroy();
      return;
    }
    outbound.destroy();
    tell("whoever asked went away");
  });

  function giveUp(error: Error): void {
    const refusal = noAnswer(upstream.url.origin, error);
    if (!outgoing.destroyed && !outgoing.headersSent) refuse(outgoing, refusal);
    tell(refusal.detail);
  }

  function tell(broken?: string): void {
    if (isTold) return;
    isTold = true;
    onPassed({
      request: {
        method: incoming.method ?? "GET",
        url: `${upstream.url.origin}${path.replace(/^\*/, "/*")}`,
        headers,
      },
      sentAt,
      duration: performance.now() - started,
      sent: sent.bytes(),
      ...(answer && {
        response: { status: answer.statusCode ?? 0, headers: answer.rawHeaders },
        received: received.bytes(),
      }),
      ...(broken !== undefined && { broken }),
    });
  }
}

function connect(
  { url, agent, tls }: Upstream,
  { method = "GET", headers }: IncomingMessage,
  path: string,
  raw: readonly string[],
): ClientRequest {
  const isChunked = headers["transfer-encoding"] !== undefined;
  const hasBody = isChunked || headers["content-length"] !== undefined;
  const options = {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ""),
    ...(url.port !== "" && { port: url.port }),
    method,
    path,
    setDefaultHeaders: false,
    // A connection that was kept may be closed by now, and a body cannot be sent twice.
    agent: hasBody ? false : agent,
    maxHeaderSize: LARGEST_HEAD,
    ...tls,
  };
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  // In a list, headers keep their order, their spelling, and stand as often as they stood.
  if (hasBody || /^(?:GET|HEAD|DELETE|OPTIONS|TRACE)$/.test(method)) {
    return send({ ...options, headers: [...raw, ...(isChunked ? ["Transfer-Encoding", "chunked"] : [])] });
  }
  // RFC 9112 §6.3: without a length and without chunks, a request has no body. Node would send one of no chunks.
  const outbound = send(options);
  outbound.useChunkedEncodingByDefault = false;
  for (const [name, value] of pairsOf(raw)) outbound.appendHeader(name, value);
  return outbound;
}

// Bytes as they are: in its other ways to send a head at once, Node writes those above 127 as UTF-8.
const NOTHING = new Uint8Array();

/** @throws RangeError of a status that is none */
function passHead(answer: IncomingMessage, outgoing: ServerResponse): void {
  const { statusCode = 0, statusMessage = "", rawHeaders } = answer;
  outgoing.sendDate = false;
  outgoing.writeHead(statusCode, statusMessage, passHeaders(rawHeaders) as unknown as string[]);
  // What streams must not wait for more of it.
  outgoing.write(NOTHING);
}

// RFC 8297: of hints that come early, Node passes on links and what stands beside them.
function passEarly(outgoing: ServerResponse, status: number, raw: readonly string[]): void {
  const hints = Object.groupBy(pairsOf(raw), ([name]) => name.toLowerCase());
  const values = Object.entries(hints).map(([name, pairs = []]) => [name, pairs.map(([, value]) => value)]);
  if (status !== 103 || !hints.link) return;
  try {
    outgoing.writeEarlyHints(Object.fromEntries(values));
  } catch {
    // Node passes on what it understands; a hint may be left out.
  }
}
