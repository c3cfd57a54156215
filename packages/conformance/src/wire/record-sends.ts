import { asRequest } from "./as-request.ts";
import type { Exchange, Lost, ReceivedResponse } from "./exchange.ts";
import { readRequest } from "./read-request.ts";

/** Anything that answers a request as `fetch` does. */
export type Fetch = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

export interface RecordOptions {
  /** Where the requests go. */
  readonly fetch: Fetch;
  /** How long one exchange may take, in milliseconds. */
  readonly timeout: number;
  /** Headers that the judge adds for the target alone; the recorded request is what the client sent. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A `fetch` for the client under test, and what went through it. */
export interface Recorder {
  readonly fetch: Fetch;
  readonly exchanges: readonly Exchange[];
}

/**
 * Puts itself between a client and the network: writes down each exchange as it is, follows no redirect,
 * and alters nothing that passes.
 */
export function recordFetch({ fetch, timeout, headers = {} }: RecordOptions): Recorder {
  const exchanges: Exchange[] = [];
  return { fetch: record, exchanges };

  async function record(input: Request | string | URL, init?: RequestInit): Promise<Response> {
    const request = asRequest(input, init);
    const sent = await readRequest(request.body ? request.clone() : request);
    const deadline = startDeadline(timeout);
    try {
      const outgoing = new Request(request, {
        headers: { ...Object.fromEntries(request.headers), ...headers },
        redirect: "manual",
        signal: AbortSignal.any([request.signal, deadline.signal]),
      });
      const received = await Promise.race([fetch(outgoing).then(readResponse), deadline.passed]);
      exchanges.push({ request: sent, response: received });
      const response = rebuild(received);
      rebuilt.set(response, received);
      return response;
    } catch (cause) {
      exchanges.push({ request: sent, lost: explain(cause, deadline.signal, timeout) });
      throw cause;
    } finally {
      deadline.stop();
    }
  }
}

/**
 * A deadline that is kept whatever becomes of the signal: a request holds the signal it was given weakly, and
 * one that was collected never fires. Its timer also keeps the process alive, unlike AbortSignal.timeout().
 */
function startDeadline(timeout: number): { signal: AbortSignal; passed: Promise<never>; stop: () => void } {
  const controller = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    controller.abort();
    reject(controller.signal.reason);
  }, timeout);
  promise.catch(() => undefined);
  return { signal: controller.signal, passed: promise, stop: () => clearTimeout(timer) };
}

const rebuilt = new WeakMap<Response, ReceivedResponse>();

/** What a response says, which stays there to be read. That of a recorder was read already. */
export async function peekResponse(response: Response): Promise<ReceivedResponse> {
  return rebuilt.get(response) ?? readResponse(response.clone());
}

async function readResponse(response: Response): Promise<ReceivedResponse> {
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body };
}

// Fetch standard: a response of these statuses must not have a body, not even an empty one.
const NULL_BODY = new Set([101, 103, 204, 205, 304]);

function rebuild({ status, headers, body }: ReceivedResponse): Response {
  return new Response(NULL_BODY.has(status) ? null : (body as BodyInit), { status, headers });
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
