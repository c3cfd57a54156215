import { isPassing } from "../send/retry-policy.ts";
import { type Composed, composeAnswer } from "./compose-answer.ts";
import { type DocumentedAnswer, toStatus } from "./documented-answer.ts";
import type { Mocked } from "./mocked.ts";

/** How an operation says that it is asked too often. */
export interface Throttling {
  readonly status: number;
  readonly composed: Composed;
}

/**
 * What the operation documents for it: a status with one of the service's throttling codes. Else the service's status
 * for it, with its code in the body of another error, for bodies of one service are alike.
 */
export function composeThrottling(mocked: Mocked): Throttling {
  const { throttling } = mocked.service;
  const errors = mocked.answers.filter(({ status }) => /^[45]/.test(status));
  for (const documented of errors) {
    const codes = documented.code?.values.filter(meansIt) ?? [];
    // One that the document shows says so in words, too.
    const code = codes.find((one) => Object.hasOwn(documented.examples ?? {}, one)) ?? codes[0];
    if (code !== undefined) return answerOf(documented, toStatus(documented), code);
  }
  const status = throttling?.statuses?.[0] ?? 429;
  const own = errors.find((documented) => documented.status === String(status));
  if (own) return answerOf(own, status);
  const [code] = throttling?.codes ?? [];
  const alike = errors.find((documented) => documented.code?.isOpen);
  if (code === undefined || !alike)
    return { status, composed: { documented: { status: String(status) }, body: undefined } };
  return answerOf(alike, status, codeOf(code));

  // Of no status at all, so that the code alone decides.
  function meansIt(code: unknown): code is string | number {
    return (typeof code === "string" || typeof code === "number") && isPassing(0, code, throttling);
  }

  function answerOf(documented: DocumentedAnswer, as: number, code?: string | number): Throttling {
    return { status: as, composed: composeAnswer(mocked, toStatus(documented), code) };
  }
}

/** The header that says how long to wait: the service's own in its unit, or `Retry-After` (RFC 9110 §10.2.3). */
export function hintHeaders(
  { service: { throttling } }: Mocked,
  milliseconds: number,
): Record<string, string> {
  const own = throttling?.retryAfter;
  if (own?.unit === "ms") return { [own.header]: String(Math.ceil(milliseconds)) };
  return { [own?.header ?? "retry-after"]: String(Math.ceil(milliseconds / 1000)) };
}

/** One that fits: what generated patterns have beside it are anchors and escapes. */
function codeOf({ source }: RegExp): string {
  return source.replace(/[\^$\\]/g, "");
}
