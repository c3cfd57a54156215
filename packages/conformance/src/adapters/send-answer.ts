import type { ServerResponse } from "node:http";
import type { Answer } from "../sandbox/answer.ts";

/** Puts an answer on the wire, or what its fault leaves of it. */
export function sendAnswer(outgoing: ServerResponse, { status, headers, body, fault }: Answer): void {
  // Nothing is held: whoever waits holds the connection.
  if (fault === "hang") return;
  if (fault === "reset") {
    outgoing.destroy();
    return;
  }
  const bytes = Buffer.from(body ?? "");
  outgoing.writeHead(status, {
    ...headers,
    ...(status !== 204 && status !== 304 && { "content-length": bytes.length }),
  });
  if (fault === "truncate") {
    outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
    return;
  }
  outgoing.end(bytes);
}

/** An answer of the server's own, after which the connection is closed: what else is on its way is unknown. */
export function sendText(outgoing: ServerResponse, status: number, text: string): void {
  const headers = { "content-type": "text/plain", connection: "close" };
  sendAnswer(outgoing, { status, headers, body: text });
}
