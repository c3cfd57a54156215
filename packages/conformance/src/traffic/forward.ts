import type { IncomingMessage, ServerResponse } from "node:http";
import { pairsOf } from "../wire/raw-headers.ts";
import { aimRequest } from "./aim-request.ts";
import { createBodyCopy } from "./copy-body.ts";
import { NOTHING, passEarly, passHead } from "./pass-head.ts";
import { noAnswer, refuse } from "./refusal.ts";
import { connect, type Upstream } from "./upstream.ts";

/** What passed, as it was on the wire, codings and all. */
export interface Passed {
  readonly request: { readonly method: string; readonly url: string; readonly headers: readonly string[] };
  readonly sentAt: number;
  readonly duration: number;
  /** `undefined`: too much to be kept. */
  readonly sent: Uint8Array | undefined;
  /** Absent where none came. */
  readonly response?: { readonly status: number; readonly headers: readonly string[] };
  readonly received?: Uint8Array | undefined;
  /** Why there is no answer, or not all of it. */
  readonly broken?: string;
}

/** Passes one request on and its answer back, byte for byte, and tells what passed when it is over. */
export function forward(
  upstream: Upstream,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onPassed: (passed: Passed) => void,
): void {
  const sentAt = Date.now();
  const started = performance.now();
  const { path, headers } = aimRequest(incoming, upstream.url);
  const [sent, received] = [createBodyCopy(), createBodyCopy()];
  let answer: IncomingMessage | undefined;
  let isTold = false;

  const outbound = connect(upstream, incoming, path, headers);
  if (incoming.headers.expect !== undefined) outbound.write(NOTHING);
  outbound.on("continue", () => outgoing.writeContinue());
  outbound.on("information", ({ statusCode, rawHeaders }) => passEarly(outgoing, statusCode, rawHeaders));
  outbound.on("response", (response) => {
    try {
      passHead(response, outgoing);
    } catch (error) {
      return outbound.destroy(error as Error);
    }
    answer = response;
    response.on("data", (chunk: Buffer) => {
      received.add(chunk);
      if (!outgoing.write(chunk)) response.pause();
    });
    outgoing.on("drain", () => response.resume());
    response.on("end", () => {
      if (response.rawTrailers.length > 0) outgoing.addTrailers(pairsOf(response.rawTrailers));
      outgoing.end();
      tell();
    });
    response.on("error", (error) => {
      outgoing.destroy();
      tell(`the answer broke off: ${error.message}`);
    });
  });
  outbound.on("upgrade", (_, socket) => {
    socket.destroy();
    giveUp(Object.assign(new Error("101"), { code: "ERR_HTTP_UNASKED_UPGRADE" }));
  });
  outbound.on("error", (error: NodeJS.ErrnoException) => {
    if (answer || isTold) return;
    if (outbound.reusedSocket && error.code === "ECONNRESET") {
      isTold = true;
      forward(upstream, incoming, outgoing, onPassed);
      return;
    }
    giveUp(error);
  });
  incoming.on("data", (chunk: Buffer) => {
    sent.add(chunk);
    if (!outbound.write(chunk)) incoming.pause();
  });
  outbound.on("drain", () => incoming.resume());
  const end = () => {
    if (incoming.rawTrailers.length > 0) outbound.addTrailers(pairsOf(incoming.rawTrailers));
    outbound.end();
  };
  if (incoming.readableEnded) end();
  else incoming.on("end", end);
  outgoing.on("close", () => {
    if (outgoing.writableFinished) {
      // It was answered before all of it was sent.
      if (!incoming.complete) outbound.destroy();
      return;
    }
    outbound.destroy();
    tell("whoever asked went away");
  });

  function giveUp(error: Error): void {
    const refusal = noAnswer(upstream.url.origin, error);
    if (!outgoing.destroyed && !outgoing.headersSent) refuse(outgoing, refusal);
    tell(refusal.detail);
  }

  function tell(broken?: string): void {
    if (isTold) return;
    isTold = true;
    onPassed({
      request: {
        method: incoming.method ?? "GET",
        url: `${upstream.url.origin}${path.replace(/^\*/, "/*")}`,
        headers,
      },
      sentAt,
      duration: performance.now() - started,
      sent: sent.bytes(),
      ...(answer && {
        response: { status: answer.statusCode ?? 0, headers: answer.rawHeaders },
        received: received.bytes(),
      }),
      ...(broken !== undefined && { broken }),
    });
  }
}
