import type { Document, DocumentedResponse, Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import { documentedValues } from "../document/documented-values.ts";
import { errorCodePlace, successCodes } from "../document/error-code-place.ts";
import type { MarkedPlace } from "../document/find-marked.ts";
import type { Json } from "../document/json.ts";
import { objectAt } from "../document/navigate.ts";
import { chooseRefusal } from "../sandbox/request/choose-refusal.ts";
import { fittingStatuses, generalisations } from "../sandbox/request/kinds-of-mistakes.ts";
import { refusalCodes } from "../sandbox/request/refusal-codes.ts";
import type { Mistake } from "../sandbox/violation.ts";

/** How an operation may refuse a request, by what it documents. */
export interface DocumentedRefusal {
  /** The statuses, the most fitting first; none: the document does not say. */
  readonly statuses: readonly number[];
  /** The codes that the document has for such a mistake (`x-refusals`). */
  readonly codes: readonly Json[];
}

/** What is documented of the error code under a status. */
export interface DocumentedCodes {
  readonly place: MarkedPlace;
  /** All that say that something went wrong. */
  readonly values: readonly Json[];
  readonly success: readonly Json[];
  /** Those that are shown as examples besides. */
  readonly shown: readonly Json[];
  /** Whether others may come, too. */
  readonly open: boolean;
}

/** How an operation may refuse a request that any of these mistakes are in. */
export function documentedRefusal(
  document: Document,
  operation: Operation,
  mistakes: readonly Mistake[],
): DocumentedRefusal {
  const codes = mistakes.flatMap((mistake) =>
    generalisations(mistake).flatMap((one) => [...refusalCodes(document, one)]),
  );
  const fitting = mistakes.flatMap((mistake) => [...fittingStatuses(mistake)]);
  const chosen = mistakes.map((mistake) => chooseRefusal(document, operation, mistake).status);
  const bearing = Object.values(operation.responses).flatMap((response) =>
    statusWith(document, response, codes),
  );
  const statuses = [...new Set([...chosen, ...fitting, ...bearing])];
  return { statuses: statuses.filter((status) => documentedResponse(operation, status)), codes };
}

/** The codes that are documented for a response. */
export function documentedCodes(
  { root }: Document,
  response: DocumentedResponse | undefined,
): DocumentedCodes | undefined {
  const place = errorCodePlace(root, response?.content[0]?.schema);
  if (!place) return undefined;
  const { values, open } = documentedValues(root, place.schema);
  const success = successCodes(place.mark) ?? [];
  const { examples } = objectAt(root, place.schema);
  const shown = Array.isArray(examples) ? examples : [];
  return { place, values: values.filter((value) => !success.includes(value)), success, shown, open };
}

function statusWith(document: Document, response: DocumentedResponse, codes: readonly Json[]): number[] {
  const known = documentedCodes(document, response)?.values.map(String) ?? [];
  const status = Number(response.status);
  return Number.isInteger(status) && codes.some((code) => known.includes(String(code))) ? [status] : [];
}
