import type { SentRequest } from "./exchange.ts";

/** A request as it goes over the wire; its body is used up. */
export async function readRequest(request: Request): Promise<SentRequest> {
  const { method, url, headers } = request;
  if (!request.body) return { method, url, headers, body: "", bytes: new Uint8Array(), sentAt: Date.now() };
  const sentAt = Date.now();
  const bytes = new Uint8Array(await request.arrayBuffer());
  return { method, url, headers, body: new TextDecoder().decode(bytes), bytes, sentAt };
}
