import type { Document, Operation } from "../../document/document.ts";
import { isSuccess } from "../../document/documented-response.ts";
import { replaceAt } from "../../document/edit.ts";
import { isObject } from "../../document/json.ts";
import { isJsonType } from "../../wire/media-type.ts";
import type { Answer } from "../answer.ts";
import { type Draft, draftOf, finish, problem } from "../draft.ts";
import type { Mistake, Violation } from "../violation.ts";
import { chooseRefusal } from "./choose-refusal.ts";
import { failureAlone } from "./failure-alone.ts";
import { type MessagePlace, messagePlace } from "./message-place.ts";
import { contentTypeFor } from "./negotiate.ts";

/**
 * The documented error for a request that is not as documented. Its status and its code are those of the first
 * violation, and its message says what was expected, and what was received.
 *
 * @param accept the request's `Accept`, which may ask for another release of the media type
 * @param withRequestId gives an answer an id of its own
 */
export function refuse(
  document: Document,
  operation: Operation,
  violations: readonly Violation[],
  method: string,
  accept: string | null = null,
  withRequestId: (draft: Draft) => Draft = (draft) => draft,
): Answer {
  const [first] = violations;
  if (!first) return problem(400, "refused");
  const { status, draft, place } = refusalFor(document, operation, mistakeIn(document, operation, first));
  if (!draft) return problem(status, message(violations));
  const told = withRequestId(place ? withMessage(draft, place, violations) : draft);
  return finish(told, method, told.media && contentTypeFor(document, told.media, accept));
}

/** What a malformed id would lead to is not there, where the operation documents no other word for it. */
function mistakeIn(document: Document, operation: Operation, { mistake, at }: Violation): Mistake {
  const isDocumented = (one: Mistake) => refusalFor(document, operation, one).draft !== undefined;
  const isOfAddress = at.startsWith("path parameter ");
  return isOfAddress && !isDocumented(mistake) && isDocumented("notFound") ? "notFound" : mistake;
}

/** What is answered to a mistake, but for the words. */
interface Refusal {
  readonly status: number;
  /** Absent where the operation does not document the status. */
  readonly draft?: Draft;
  /** Where the words go, if there is a place for them. */
  readonly place?: MessagePlace;
}

const remembered = new WeakMap<Operation, Map<Mistake, Refusal>>();

function refusalFor(document: Document, operation: Operation, mistake: Mistake): Refusal {
  const known = remembered.get(operation) ?? new Map<Mistake, Refusal>();
  remembered.set(operation, known);
  const refusal = known.get(mistake) ?? prepare(document, operation, mistake);
  known.set(mistake, refusal);
  return refusal;
}

function prepare(document: Document, operation: Operation, mistake: Mistake): Refusal {
  const { status, code } = chooseRefusal(document, operation, mistake);
  const draft = draftOf(document, operation, status, code);
  const { media, value } = draft ?? {};
  if (!draft || !media?.schema || !isJsonType(media.type) || !isObject(value)) {
    return { status, ...(draft && { draft }) };
  }
  const place = messagePlace(document.root, media.schema, code);
  const bare =
    code !== undefined && isSuccess(status)
      ? failureAlone(document, media, value, code, place?.pointer)
      : value;
  return { status, draft: { ...draft, value: bare }, ...(place && { place }) };
}

function withMessage(draft: Draft, { pointer, room }: MessagePlace, violations: readonly Violation[]): Draft {
  return { ...draft, value: replaceAt(draft.value ?? {}, pointer, message(violations).slice(0, room)) };
}

/** The first violation in words; how many others there are tells that mending it will not do. */
function message([first, ...others]: readonly Violation[]): string {
  if (!first) return "";
  const text = `${first.at}: expected ${first.expected}, received ${first.received}`;
  return others.length > 0 ? `${text} (and ${others.length} more)` : text;
}
