import { asItIs } from "./as-it-is.ts";

/** What a `RequestError` tells. */
export interface RequestErrorDetails {
  /**
   * `status`: the service answered with an error. `malformed`: its answer could not be read. `redirect`: it sent
   * the request elsewhere. `connection` and `timeout`: no answer came. `deadline`: a wait took too long. `missing`: what is
   * waited for is in no list, for half a minute. `paging`: a list came to a page or a token that it had already been at.
   */
  readonly reason:
    | "status"
    | "malformed"
    | "redirect"
    | "connection"
    | "timeout"
    | "deadline"
    | "missing"
    | "paging";
  /** The `operationId`. */
  readonly operation: string;
  /** The HTTP status; absent if there was no answer. */
  readonly status?: number | undefined;
  /** The vendor's machine-readable error code. */
  readonly code?: string | number | undefined;
  /** The vendor's name for the request. */
  readonly requestId?: string | undefined;
  /** Whether the same request may succeed later, and may be sent again without harm. */
  readonly retryable: boolean;
  readonly response?: Response | undefined;
  /** The parsed body of the answer. It may hold what is not meant for a log, so nothing prints it by itself. */
  readonly error?: unknown;
}

/**
 * The one error that calls and waits throw, beside a `TypeError` for wrong arguments and the reason of a signal that
 * aborts.
 *
 * @example
 * try {
 *   await unwrap(client.getJob({ jobId }));
 * } catch (error) {
 *   if (error instanceof RequestError && error.retryable) later(error.requestId);
 * }
 */
export class RequestError extends Error implements RequestErrorDetails {
  declare readonly reason: RequestErrorDetails["reason"];
  declare readonly operation: string;
  declare readonly status: number | undefined;
  declare readonly code: string | number | undefined;
  declare readonly requestId: string | undefined;
  declare readonly retryable: boolean;
  /** The response, its body already read. Not printed. */
  declare readonly response: Response | undefined;
  /** The parsed body of the answer. Not printed: it may hold what is not meant for a log. */
  declare readonly error: unknown;
  /** Of a wait that was given up: what `resume` takes. Not printed: it holds the arguments of the poll. */
  declare readonly token: string | undefined;

  /** @param hide - takes out of a text what must not be read in it */
  constructor(message: string, details: RequestErrorDetails, cause?: unknown, hide: Hide = asItIs) {
    super(hide(message), cause ? { cause: withoutDetails(cause, hide) } : undefined);
    const { response, error, ...told } = details;
    // A server may repeat what it was sent.
    copyTexts(told, Object.assign(this, told), ["code", "requestId"], hide);
    // Not enumerable: `console.log`, `JSON.stringify` and spreading leave them out.
    Object.defineProperties(this, { response: { value: response }, error: { value: error } });
  }

  override get name(): "RequestError" {
    return "RequestError";
  }

  /** What may be logged. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

type Hide = (text: string) => string;

type Texts = Record<string, unknown>;

/**
 * The causes, by name, message and code alone: what else hangs on an error of `fetch` or of a library around it, such
 * as the whole request with its headers, must not get into a log. What only looks like an error is one of another
 * realm: test runners have several.
 */
function withoutDetails(cause: unknown, hide: Hide, depth = 5): Error | undefined {
  const from = Object(cause);
  if (typeof from.message !== "string" || depth === 0) return undefined;
  const copy = new Error("", from.cause && { cause: withoutDetails(from.cause, hide, depth - 1) });
  // What has none is not given that of this place.
  copy.stack = "";
  copyTexts(from, copy, ["name", "message", "stack", "code"], hide);
  return copy;
}

/** What is no text is left alone. */
function copyTexts(from: Texts, to: object, names: readonly string[], hide: Hide): void {
  for (const name of names) {
    const text = from[name];
    if (typeof text === "string") (to as Texts)[name] = hide(text);
  }
}
