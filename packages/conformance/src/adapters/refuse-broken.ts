import type { Duplex } from "node:stream";

/** How long a client may take to read why it was refused, in milliseconds. */
const PATIENCE = 1000;

/** By the codes of Node's parser (Node.js, "Event: clientError"). */
const STATUSES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

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
  socket.end(`HTTP/1.1 ${STATUSES[error.code ?? ""] ?? "400 Bad Request"}\r\nConnection: close\r\n\r\n`);
  const timer = setTimeout(() => socket.destroy(), PATIENCE).unref();
  socket.once("close", () => clearTimeout(timer));
}
