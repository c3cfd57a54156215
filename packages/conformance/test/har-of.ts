import type { Entry } from "har-format";
import type { Answer } from "../src/sandbox/answer.ts";
import type { SentRequest } from "../src/wire/exchange.ts";

/** An exchange as a HAR export has it, from one who stood between: by the standard alone, with nothing of ours. */
export function harEntry(
  { method, url, headers, body, bytes, sentAt }: SentRequest,
  { status, headers: given, body: answered = "" }: Answer,
): Entry {
  const text = typeof answered === "string" ? answered : Buffer.from(answered).toString();
  const pairs = Object.entries(given).flatMap(([name, values]) => [values].flat().map((one) => [name, one]));
  const message = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1, comment: "" };
  return {
    startedDateTime: new Date(sentAt).toISOString(),
    time: 1,
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
    request: {
      ...message,
      ...{ method, url, queryString: [], bodySize: bytes.length },
      headers: [...headers].map(([name, value]) => ({ name, value })),
      ...(body !== "" && { postData: { mimeType: headers.get("content-type") ?? "", text: body } }),
    },
    response: {
      ...message,
      ...{ status, statusText: "", redirectURL: "", bodySize: Buffer.byteLength(text) },
      headers: pairs.map(([name = "", value]) => ({ name, value: String(value) })),
      content: {
        size: Buffer.byteLength(text),
        mimeType: String(pairs.find(([name]) => name?.toLowerCase() === "content-type")?.[1] ?? ""),
        text,
      },
    },
  };
}

/** A HAR 1.2 file of such entries. */
export function formatHar(entries: readonly Entry[]): string {
  return JSON.stringify({ log: { version: "1.2", creator: { name: "somebody", version: "1" }, entries } });
}
