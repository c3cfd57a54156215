import { type Agent, type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Tls } from "../live/load-tls.ts";
import { pairsOf } from "../wire/raw-headers.ts";

/** Bytes of a request's or an answer's headers: more than any service takes, so that the proxy is no narrower. */
export const LARGEST_HEAD: number = 256 * 1024;

/** Where requests go on to. */
export interface Upstream {
  readonly url: URL;
  readonly tls?: Tls;
  /** Connections that are kept. */
  readonly agent: Agent;
}

/** Begins a request to there, with the headers as they came. */
export function connect(
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
