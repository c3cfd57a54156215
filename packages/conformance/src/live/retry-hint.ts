import type { Document, Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import { errorCodePlace } from "../document/error-code-place.ts";
import { valuesAtPlace } from "../document/find-marked.ts";
import { isObject } from "../document/json.ts";
import { THROTTLING } from "../document/vocabulary.ts";
import { readThrottling } from "../sandbox/request/refusal-codes.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { jsonIn } from "../wire/json-in.ts";

/** Whether an answer says that it is asked too often: by its status, or by a code of the vendor (`x-throttling`). */
export function isThrottled(
  document: Document,
  operation: Operation,
  { status, body }: ReceivedResponse,
): boolean {
  const { statuses, isCode } = readThrottling(document);
  if (status === 429 || statuses.includes(status)) return true;
  const media = documentedResponse(operation, status)?.content[0];
  const place = errorCodePlace(document.root, media?.schema);
  const value = place && jsonIn(body);
  return value !== undefined && place
    ? valuesAtPlace(value, place.steps).some(([, code]) => isCode(code))
    : false;
}

/**
 * How long the service asks to wait, in milliseconds: by the header that the document names with its unit
 * (`x-throttling`), or by `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3).
 */
export function retryHint(
  { root }: Document,
  { headers }: ReceivedResponse,
  now: number,
): number | undefined {
  const throttling = root[THROTTLING];
  const own = isObject(throttling) && isObject(throttling.retryAfter) ? throttling.retryAfter : undefined;
  const said = own && headers.get(String(own.header));
  if (said && /^\d+$/.test(said)) return Number(said) * (own.unit === "ms" ? 1 : 1000);
  const standard = headers.get("retry-after");
  if (!standard) return undefined;
  if (/^\d+$/.test(standard)) return Number(standard) * 1000;
  const date = Date.parse(standard);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
