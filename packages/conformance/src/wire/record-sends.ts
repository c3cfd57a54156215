import type { Exchange, Lost } from "./exchange.ts";
import { LONGEST_TIMER } from "./longest-timer.ts";
import { PlainHeaders } from "./plain-headers.ts";
import { asSent, type OutgoingRequest, type Send } from "./send.ts";

export interface RecordOptions {
  /** Where the requests go. */
  readonly send: Send;
  /** How long one exchange may take, in milliseconds. */
  readonly timeout: number;
  /** Headers that the judge adds for the target alone; the recorded request is what the client sent. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends for the client under test, and keeps what went through it. */
export interface Recorder {
  readonly send: Send;
  readonly exchanges: readonly Exchange[];
}

/** Puts itself between a client and the network: writes down each exchange as it is, and alters nothing that passes. */
export function recordSends({ send, timeout, headers = {} }: RecordOptions): Recorder {
  const exchanges: Exchange[] = [];
  return { send: record, exchanges };

  async function record(request: OutgoingRequest): ReturnType<Send> {
    const { signal } = request;
    const sent = asSent(request);
    const deadline = startDeadline(timeout);
    try {
      const either = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
      const outgoing = { ...request, headers: withHeaders(request.headers, headers), signal: either };
      const response = await Promise.race([send(outgoing), deadline.passed]);
      exchanges.push({ request: sent, response });
      return response;
    } catch (cause) {
      exchanges.push({ request: sent, lost: explain(cause, deadline.signal, timeout) });
      throw cause;
    } finally {
      deadline.stop();
    }
  }
}

function withHeaders(own: Headers, more: Readonly<Record<string, string>>): Headers {
  if (Object.keys(more).length === 0) return own;
  const headers = PlainHeaders.of(own);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return headers;
}
/**
 * A deadline that is kept whatever becomes of the signal: a request holds the signal it was given weakly, and
 * one that was collected never fires. Its timer also keeps the process alive, unlike AbortSignal.timeout().
 */
function startDeadline(timeout: number): { signal: AbortSignal; passed: Promise<never>; stop: () => void } {
  const controller = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const expire = () => {
    controller.abort();
    reject(controller.signal.reason);
  };
  const timer = setTimeout(expire, Math.min(timeout, LONGEST_TIMER));
  promise.catch(() => undefined);
  return { signal: controller.signal, passed: promise, stop: () => clearTimeout(timer) };
}

function explain(cause: unknown, deadline: AbortSignal, timeout: number): Lost {
  if (deadline.aborted) return { kind: "timeout", message: `no answer within ${timeout} ms` };
  return { kind: "network", message: describeLoss(cause) };
}

/** Why a request was not answered, in one line. */
export function describeLoss(error: unknown): string {
  const { message, cause } = error as Error;
  return [message, ...reasonOf(cause)].join(": ");
}

/** What the network said, with its code: some say nothing else, as where each of several addresses was refused. */
function reasonOf(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [];
  const { message, code } = cause as NodeJS.ErrnoException;
  if (code === undefined || message.includes(code)) return [message];
  return [message === "" ? code : `${message} (${code})`];
}
