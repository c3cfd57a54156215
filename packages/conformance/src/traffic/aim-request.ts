import type { IncomingMessage } from "node:http";
import { pairsOf } from "../wire/raw-headers.ts";
import { passHeaders } from "./pass-headers.ts";
import { notOurs, notPassed, type Refusal } from "./refusal.ts";

/** What goes on to the service. */
export interface Aim {
  readonly path: string;
  readonly headers: string[];
}

const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/is;

/** Where a request goes on to, and with which headers. */
export function aimRequest(incoming: IncomingMessage, upstream: URL): Aim {
  const target = incoming.url ?? "/";
  return {
    path: target === "*" ? target : pathBelow(upstream, ABSOLUTE.exec(target)?.[2] ?? target),
    headers: withHost(passHeaders(incoming.rawHeaders), incoming, upstream),
  };
}

/** Why a request does not go on, if it does not. */
export function refusalOf(incoming: IncomingMessage, upstream: URL): Refusal | undefined {
  const { url: target = "", headers } = incoming;
  const host = ABSOLUTE.exec(target)?.[1];
  const isOurs = host === undefined || isOwn(host, incoming) || host.toLowerCase() === upstream.host;
  if (!isOurs) return notOurs(host, upstream.origin);
  return /\bwebsocket\b/i.test(headers.upgrade ?? "") ? notPassed("WebSocket", upstream.origin) : undefined;
}

/** The path of the base URL, and then what was asked for. */
function pathBelow({ pathname }: URL, asked: string): string {
  return `${pathname.replace(/\/$/, "")}${asked.startsWith("/") ? asked : `/${asked}`}`;
}

/**
 * Who asked for the proxy by its own address means the service. Another name in `Host` was put there on purpose, such
 * as by a client that signs it, and goes on as it is.
 */
function withHost(headers: string[], incoming: IncomingMessage, upstream: URL): string[] {
  return pairsOf(headers).flatMap(([name, value]) =>
    name.toLowerCase() === "host" && isOwn(value, incoming) ? [name, upstream.host] : [name, value],
  );
}

/** Whether a host is the proxy itself. */
function isOwn(host: string, { socket }: IncomingMessage): boolean {
  return new RegExp(`^(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${socket.localPort}$`, "i").test(host);
}
