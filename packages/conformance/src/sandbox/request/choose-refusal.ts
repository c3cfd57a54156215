import type { Document, DocumentedResponse, Operation } from "../../document/document.ts";
import { documentedResponse, isSuccess } from "../../document/documented-response.ts";
import { documentedValues } from "../../document/documented-values.ts";
import { errorCodePlace, successCodes } from "../../document/error-code-place.ts";
import type { Json, JsonObject } from "../../document/json.ts";
import type { Mistake } from "../violation.ts";
import { fittingStatuses, generalisations } from "./kinds-of-mistakes.ts";
import { readThrottling, refusalCodes } from "./refusal-codes.ts";

/** With what a mistake is answered. */
export interface Refusal {
  readonly status: number;
  /** The documented code; absent where the operation documents none for it. */
  readonly code?: string;
}

/**
 * How an operation answers a mistake: with the document's code for it, where the operation documents that code; else
 * with the code of a more general mistake, or the most fitting status that it documents.
 *
 * @returns a status that the operation does not document where it documents none that fits
 */
export function chooseRefusal(document: Document, operation: Operation, mistake: Mistake): Refusal {
  const statuses = statusesFor(document, mistake);
  const [fitting] = statuses;
  const [own, ...general] = generalisations(mistake).map((one) =>
    codedRefusal(document, operation, one, fitting),
  );
  if (own) return own;
  const coded = general.find((refusal) => refusal !== undefined);
  // The very status of a mistake says more than the code of another one under another status.
  const hasOwnStatus = operation.responses[fitting] !== undefined;
  if (coded && (!hasOwnStatus || coded.status === fitting)) return coded;
  const exact = statuses.find((status) => operation.responses[status]);
  return { status: exact ?? statuses.find((status) => documentedResponse(operation, status)) ?? fitting };
}

function statusesFor(document: Document, mistake: Mistake): readonly [number, ...number[]] {
  const [own, ...others] = mistake === "throttled" ? readThrottling(document).statuses : [];
  return own === undefined ? fittingStatuses(mistake) : [own, ...others];
}

/** The answer with a code that the document has for a mistake. */
function codedRefusal(
  document: Document,
  operation: Operation,
  mistake: Mistake,
  fitting: number,
): Refusal | undefined {
  const responses = errorsFirst(operation);
  for (const isWanted of wantedCodes(document, mistake)) {
    for (const response of responses) {
      const code = errorCodes(document.root, response).find(isWanted);
      if (code !== undefined) return { status: statusOf(response, fitting), code: String(code) };
    }
  }
  return undefined;
}

/** What tells the codes for a mistake, the preferred one first. */
function wantedCodes(document: Document, mistake: Mistake): ((code: Json) => boolean)[] {
  const named = refusalCodes(document, mistake).map(
    (wanted) => (code: Json) => String(code) === String(wanted),
  );
  return mistake === "throttled" ? [...named, readThrottling(document).isCode] : named;
}

/** An error under a status of success is the last resort. */
function errorsFirst({ responses }: Operation): DocumentedResponse[] {
  const rank = ({ status }: DocumentedResponse) =>
    isSuccess(status) ? 3 : status === "default" ? 2 : status.endsWith("XX") ? 1 : 0;
  return Object.values(responses).sort((a, b) => rank(a) - rank(b));
}

function errorCodes(root: JsonObject, { content }: DocumentedResponse): Json[] {
  const place = errorCodePlace(root, content[0]?.schema);
  if (!place) return [];
  const success = successCodes(place.mark) ?? [];
  return documentedValues(root, place.schema).values.filter((code) => !success.includes(code));
}

/** The status of a response; of a range or the default, the one that fits the mistake, if it is among them. */
function statusOf({ status }: DocumentedResponse, fitting: number): number {
  if (status === "default") return fitting;
  if (!status.endsWith("XX")) return Number(status);
  return String(fitting).startsWith(status.charAt(0)) ? fitting : Number(status.replace("XX", "00"));
}
