import { isJson } from "../media-type.ts";
import type { Composed } from "./compose-answer.ts";
import { toStatus } from "./documented-answer.ts";
import { merge } from "./merge.ts";
import type { AnswerAct, AnswerStepOptions } from "./step.ts";

interface Overrides extends AnswerStepOptions {
  readonly body?: unknown;
}

/** A composed answer as it goes on the wire. */
export function answerAct(
  status: number,
  { documented, body }: Composed,
  { headers, body: override }: Overrides = {},
): AnswerAct {
  const { mediaType = "" } = documented;
  // `application/*` is what is documented, and nothing that could be sent.
  const type = mediaType.includes("*") ? "application/json" : mediaType;
  const whole = merge(body, override);
  return {
    kind: "answer",
    status,
    headers: { ...documented.headers, ...(type !== "" && { "content-type": type }), ...lowerCase(headers) },
    body: write(whole, type),
  };
}

function write(body: unknown, mediaType: string): string | Blob | undefined {
  if (body === undefined || body instanceof Blob) return body;
  return isJson(mediaType) || typeof body !== "string" ? JSON.stringify(body) : body;
}

/** The same under the documented status. */
export function successAct(composed: Composed, overrides: Overrides): AnswerAct {
  return answerAct(toStatus(composed.documented), composed, overrides);
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
