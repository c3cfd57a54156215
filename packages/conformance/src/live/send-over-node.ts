import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { LONGEST_BODY, readWhole } from "../wire/read-whole.ts";
import type { OutgoingRequest } from "../wire/send.ts";
import type { Transport } from "./create-transport.ts";
import type { Tls } from "./load-tls.ts";

/** What is sent with each request that does not say otherwise. */
const DEFAULTS = { accept: "*/*", "accept-encoding": "gzip, deflate, br", "user-agent": "settled" };

/** One of `node:http` and `node:https`, with its connections. */
interface Door {
  readonly request: (url: URL, options: RequestOptions) => ClientRequest;
  readonly agent: { destroy(): void };
}

/**
 * Sends over `node:http`. A process that asks a few times has its answers by it in half of the time that the global
 * `fetch` takes.
 *
 * @example
 * const { send, close } = sendOverNode({ rejectUnauthorized: false });
 */
export function sendOverNode(tls: Tls = {}): Transport {
  const doors = new Map<string, Door>();
  return {
    async send(request) {
      const url = new URL(request.url);
      const door = doors.get(url.protocol) ?? openDoor(url.protocol, tls);
      doors.set(url.protocol, door);
      try {
        return await receive(await ask(door, request, url));
      } catch (cause) {
        request.signal?.throwIfAborted();
        // In the words of `fetch`.
        throw new TypeError("fetch failed", { cause });
      }
    },
    async close() {
      for (const { agent } of doors.values()) agent.destroy();
    },
  };
}

// Not imported: an import of `node:http` reads all that it exports, and with that loads `fetch`.
function openDoor(protocol: string, tls: Tls): Door {
  const isSecure = protocol === "https:";
  const { Agent, request } = process.getBuiltinModule(isSecure ? "node:https" : "node:http");
  const agent = new Agent({ keepAlive: true, ...(isSecure && tls) });
  return { agent, request: (url, options) => request(url, { ...options, agent }) };
}

function ask(
  door: Door,
  { method, headers, bytes, signal }: OutgoingRequest,
  url: URL,
): Promise<IncomingMessage> {
  const length = bytes.length > 0 && { "content-length": String(bytes.length) };
  const sent = { ...DEFAULTS, ...Object.fromEntries(headers), ...length };
  return new Promise((resolve, reject) => {
    door
      .request(url, { method, headers: sent, ...(signal && { signal }) })
      .on("response", resolve)
      .on("error", reject)
      .end(bytes);
  });
}

async function receive(incoming: IncomingMessage): Promise<ReceivedResponse> {
  const { statusCode: status = 0 } = incoming;
  const headers = new PlainHeaders(incoming.rawHeaders);
  const body = await readWhole(incoming).catch((cause: NodeJS.ErrnoException) => {
    // What was promised did not all come; `node:http` says no more than "aborted".
    if (cause.code !== "ECONNRESET") throw cause;
    throw Object.assign(new Error("the answer broke off", { cause }), { code: cause.code });
  });
  return { status, headers, body: await decode(body, headers.get("content-encoding")) };
}

async function decode(body: Uint8Array, coding: string | null): Promise<Uint8Array> {
  if (coding === null || body.length === 0) return body;
  const { decodeBody, isDecodable } = await import("../wire/decode-body.ts");
  if (!isDecodable(coding)) return body;
  const decoded = await decodeBody(body, coding);
  if (decoded === "miscoded") throw new Error(`the body is not what its content-encoding says: ${coding}`);
  if (decoded === "too long")
    throw new Error(`the body is longer than ${LONGEST_BODY / 1024 / 1024} MiB, unpacked`);
  return decoded;
}
