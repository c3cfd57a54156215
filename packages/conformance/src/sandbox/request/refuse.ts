import type { Document, Operation } from "../../document/document.ts";
import { isSuccess } from "../../document/documented-response.ts";
import { replaceAt } from "../../document/edit.ts";
import { isObject } from "../../document/json.ts";
import { isJsonType } from "../../wire/media-type.ts";
import type { Answer } from "../answer.ts";
import { type Draft, draftOf, finish, problem } from "../draft.ts";
import type { Violation } from "../violation.ts";
import { chooseRefusal, type Refusal } from "./choose-refusal.ts";
import { failureAlone } from "./failure-alone.ts";
import { messagePlace } from "./message-place.ts";
import { contentTypeFor } from "./negotiate.ts";

/**
 * The documented error for a request that is not as documented. Its status and its code are those of the first
 * violation, and its message says what was expected, and what was received.
 *
 * @param accept the request's `Accept`, which may ask for another release of the media type
 */
export function refuse(
  document: Document,
  operation: Operation,
  violations: readonly Violation[],
  method: string,
  accept: string | null = null,
): Answer {
  const [first] = violations;
  if (!first) return problem(400, "refused");
  const refusal = chooseRefusal(document, operation, first.mistake);
  const draft = draftOf(document, operation, refusal.status, refusal.code);
  if (!draft) return problem(refusal.status, message(violations));
  const told = withMessage(document, draft, refusal, violations);
  return finish(told, method, told.media && contentTypeFor(document, told.media, accept));
}

function withMessage(
  document: Document,
  draft: Draft,
  { status, code }: Refusal,
  violations: readonly Violation[],
): Draft {
  const { media, value } = draft;
  if (!media?.schema || !isJsonType(media.type) || !isObject(value)) return draft;
  const place = messagePlace(document.root, media.schema, code);
  const bare =
    code !== undefined && isSuccess(status)
      ? failureAlone(document, media, value, code, place?.pointer)
      : value;
  if (!place) return { ...draft, value: bare };
  return { ...draft, value: replaceAt(bare, place.pointer, message(violations).slice(0, place.room)) };
}

/** The first violation in words; how many others there are tells that mending it will not do. */
function message([first, ...others]: readonly Violation[]): string {
  if (!first) return "";
  const text = `${first.at}: expected ${first.expected}, received ${first.received}`;
  return others.length > 0 ? `${text} (and ${others.length} more)` : text;
}
