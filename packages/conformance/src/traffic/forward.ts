import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from "node:http";
import { request as requestHttps } from "node:https";
import { createBodyCopy } from "./copy-body.ts";
import { pairsOf, passHeaders } from "./pass-headers.ts";

/** Where requests go on to. */
export interface Upstream {
  readonly url: URL;
  /** Certificate authorities to trust, as PEM. */
  readonly ca?: readonly string[];
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
  const path = upstreamPath(upstream.url, incoming.url ?? "/");
  const headers = withHost(passHeaders(incoming.rawHeaders), incoming, upstream.url);
  const [sent, received] = [createBodyCopy(), createBodyCopy()];
  let answer: IncomingMessage | undefined;
  let isTold = false;

  const outbound = connect(upstream, incoming, path, headers);
  if (incoming.headers.expect !== undefined) outbound.flushHeaders();
  outbound.on("continue", () => outgoing.writeContinue());
  outbound.on("information", ({ statusCode, rawHeaders }) => passEarly(outgoing, statusCode, rawHeaders));
  outbound.on("response", (response) => {
    answer = response;
    outgoing.sendDate = false;
    outgoing.writeHead(
      response.statusCode ?? 502,
      response.statusMessage ?? "",
      passHeaders(response.rawHeaders) as unknown as string[],
    );
    // What streams must not wait for more of it.
    outgoing.flushHeaders();
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
  outbound.on("error", (error: NodeJS.ErrnoException) => {
    if (answer || isTold) return;
    if (outbound.reusedSocket && error.code === "ECONNRESET") {
      isTold = true;
      forward(upstream, incoming, outgoing, onPassed);
      return;
    }
    const reason = `${upstream.url.origin} cannot be reached: ${error.code ?? error.message}`;
    if (!outgoing.destroyed && !outgoing.headersSent) refuse(outgoing, reason);
    tell(reason);
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

  function tell(broken?: string): void {
    if (isTold) return;
    isTold = true;
    onPassed({
      request: { method: incoming.method ?? "GET", url: `${upstream.url.origin}${path}`, headers },
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
  { url, agent, ca }: Upstream,
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
    ...(ca && { ca: [...ca] }),
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

// RFC 8297: of hints that come early, Node passes on links and what stands beside them.
function passEarly(outgoing: ServerResponse, status: number, raw: readonly string[]): void {
  const hints = Object.groupBy(pairsOf(raw), ([name]) => name.toLowerCase());
  const values = Object.entries(hints).map(([name, pairs = []]) => [name, pairs.map(([, value]) => value)]);
  if (status === 103 && hints.link) outgoing.writeEarlyHints(Object.fromEntries(values));
}

/** The path of the base URL, and then what was asked for. */
function upstreamPath({ pathname }: URL, target: string): string {
  const [, rest] = /^https?:\/\/[^/?#]+(.*)$/i.exec(target) ?? [];
  const asked = rest === undefined ? target : rest.startsWith("/") ? rest : `/${rest}`;
  return `${pathname.replace(/\/$/, "")}${asked}`;
}

/**
 * Who asked for the proxy by its own address means the service. Another name in `Host` was put there on purpose, such
 * as by a client that signs it, and goes on as it is.
 */
function withHost(headers: string[], { socket }: IncomingMessage, upstream: URL): string[] {
  const own = new RegExp(`^(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${socket.localPort}$`, "i");
  return pairsOf(headers).flatMap(([name, value]) =>
    name.toLowerCase() === "host" && own.test(value) ? [name, upstream.host] : [name, value],
  );
}

// RFC 9209 §2.3.7 names the error, so that a program can tell this answer from the service's own.
function refuse(outgoing: ServerResponse, detail: string): void {
  const problem = {
    type: "about:blank",
    title: "The settled proxy cannot reach its upstream",
    status: 502,
    detail,
  };
  const text = JSON.stringify(problem);
  outgoing.writeHead(502, {
    "content-type": "application/problem+json",
    "proxy-status": "settled; error=destination_unavailable",
    "content-length": Buffer.byteLength(text),
  });
  outgoing.end(text);
}
