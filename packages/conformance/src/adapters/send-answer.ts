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
  const content = body ?? "";
  // It says how long the content would be.
  const isHead = outgoing.req.method === "HEAD";
  const length = typeof content === "string" ? Buffer.byteLength(content) : content.length;
  const isMeasured = status !== 204 && status !== 304 && !(isHead && headers["content-length"]);
  outgoing.writeHead(status, isMeasured ? { ...headers, "content-length": length } : headers);
  if (fault === "truncate") {
    outgoing.write(Buffer.from(content).subarray(0, length / 2), () => outgoing.destroy());
    return;
  }
  // Node writes a text and the headers at once. What is ASCII reads the same in Latin-1, which takes no counting of bytes.
  outgoing.end(content, length === content.length ? "latin1" : "utf8");
}

/** An answer of the server's own, after which the connection is closed: what else is on its way is unknown. */
export function sendText(outgoing: ServerResponse, status: number, text: string): void {
  const headers = { "content-type": "text/plain", connection: "close" };
  sendAnswer(outgoing, { status, headers, body: text });
}
