import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** An answer of the proxy's own, where there is none of the service to pass on. */
export interface Refusal {
  readonly status: 421 | 501 | 502;
  readonly title: string;
  readonly detail: string;
  /** RFC 9209 §2.3: so that a program can tell this answer from the service's own. */
  readonly error: string;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;
const ERRORS: readonly (readonly [code: RegExp, error: string])[] = [
  [CERTIFICATE, "tls_certificate_error"],
  [/^(?:EPROTO|ERR_SSL|ERR_TLS)/, "tls_protocol_error"],
  [/^(?:ENOTFOUND|EAI_)/, "dns_error"],
  [/^ECONNREFUSED$/, "connection_refused"],
  [/^(?:ECONNRESET|EPIPE)$/, "connection_terminated"],
  [/^ETIMEDOUT$/, "connection_timeout"],
  [/^(?:HPE_|ERR_HTTP_|ERR_INVALID_)/, "http_protocol_error"],
];

/** The service did not answer, or with what is no HTTP. */
export function noAnswer(origin: string, { code, message }: NodeJS.ErrnoException): Refusal {
  const reason = code ?? message;
  const error = ERRORS.find(([pattern]) => pattern.test(reason))?.[1] ?? "destination_unavailable";
  const detail =
    error === "http_protocol_error"
      ? `what ${origin} answers is no HTTP: ${reason}`
      : error === "tls_certificate_error"
        ? `the certificate of ${origin} is not trusted: ${reason}; --ca names its authority, and --insecure takes any`
        : `${origin} cannot be reached: ${reason}`;
  return { status: 502, title: "The settled proxy has no answer of its upstream", detail, error };
}

/** What is no exchange of a request and an answer. */
export function notPassed(what: string, origin: string): Refusal {
  return {
    status: 501,
    title: `The settled proxy passes no ${what} on`,
    detail: `it judges requests and their answers; ask ${origin} itself for a ${what}`,
    error: "http_request_denied",
  };
}

/** A request for another service, such as from a client that takes this for a proxy of everything. */
export function notOurs(asked: string, origin: string): Refusal {
  return {
    status: 421,
    title: "The settled proxy stands before one service",
    detail: `that is ${origin}, and ${asked} was asked for: use the proxy's address as the base URL of the service`,
    error: "http_request_denied",
  };
}

/** Answers with an `application/problem+json`. */
export function refuse(outgoing: ServerResponse, refusal: Refusal): void {
  const { headers, text } = problem(refusal);
  outgoing.writeHead(refusal.status, headers).end(text);
}

/** The same, where Node gives no more than the connection. */
export function refuseConnection(socket: Duplex, refusal: Refusal): void {
  const { headers, text } = problem(refusal);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join("")}\r\n${text}`);
}

function problem({ status, title, detail, error }: Refusal) {
  const text = JSON.stringify({ type: "about:blank", title, status, detail });
  return {
    text,
    headers: {
      "content-type": "application/problem+json",
      "proxy-status": `settled; error=${error}`,
      "content-length": Buffer.byteLength(text),
      connection: "close",
    },
  };
}
