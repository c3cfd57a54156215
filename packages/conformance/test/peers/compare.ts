import { isDeepStrictEqual } from "node:util";
import type { Asked } from "./requests.ts";

/** What a server answered, as far as two are compared. */
export interface Answered {
  /** 0: nothing within the time. */
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
}

/** Where two servers differ over one request. */
export interface Difference {
  readonly operation: string;
  readonly kind: string;
  readonly aspect: "status" | "type" | "body";
  readonly theirs: Answered;
  readonly ours: Answered;
}

/** A server that hangs is given up after so many milliseconds. */
const PATIENCE = 1500;

/** Asks a server, over the network or without. */
export async function ask(
  server: { readonly fetch: typeof fetch; readonly origin: string },
  { method, path, headers, body }: Asked,
): Promise<Answered> {
  const signal = AbortSignal.timeout(PATIENCE);
  const init = { method, headers, signal, ...(body && { body: body as BodyInit }) };
  const response = await server.fetch(`${server.origin}${path}`, init).catch(() => undefined);
  if (!response) return { status: 0, type: null, body: undefined };
  const text = await response.text();
  return { status: response.status, type: response.headers.get("content-type"), body: parsed(text) };
}

/**
 * The first difference that counts: status, then media type, then body. What a refusal says in words is everybody's
 * own, unless a documented answer was asked for.
 */
export function compare(
  about: Pick<Difference, "operation" | "kind">,
  theirs: Answered,
  ours: Answered,
  isForced: boolean,
): Difference | undefined {
  const differ = (aspect: Difference["aspect"]) => ({ ...about, aspect, theirs, ours });
  if (theirs.status !== ours.status) return differ("status");
  const isRefusal = theirs.status >= 400 && !isForced;
  if (theirs.type !== ours.type && !(isRefusal && isProblem(theirs) && isProblem(ours)))
    return differ("type");
  return isRefusal || isDeepStrictEqual(theirs.body, ours.body) ? undefined : differ("body");
}

function isProblem({ type }: Answered): boolean {
  return type?.startsWith("application/problem+json") === true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
