import type { Duplex } from "node:stream";

/** How long a client may take to read why it was refused, in milliseconds. */
const PATIENCE = 1000;

/** Status and words by the codes of Node's parser (Node.js, "Event: clientError"). */
const REFUSALS: Readonly<Record<string, readonly [status: string, what: string]>> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "too large: the headers may have 16 kB"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ["413 Payload Too Large", "too large: the extensions of the chunks"],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "the request did not arrive in time"],
};
const NO_HTTP = ["400 Bad Request", "this is no request of HTTP/1.1"] as const;

/**
 * Answers what is no HTTP request. Node's own answer can get lost: closing a connection on which more arrives resets
 * it, and the client may not have read yet. So what arrives is let in for a moment.
 */
export function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Each further piece of a broken request comes here, too.
  if (socket.writableEnded) return;
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const [status, what] = REFUSALS[error.code ?? ""] ?? NO_HTTP;
  const headers = `Content-Type: text/plain\r\nContent-Length: ${what.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${what}`);
  const timer = setTimeout(() => socket.destroy(), PATIENCE).unref();
  socket.once("close", () => clearTimeout(timer));
}
