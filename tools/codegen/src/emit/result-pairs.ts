import { inBandCode } from "../describe/error-code.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import { fieldPairs } from "./field-pairs.ts";
import type { Pair } from "./pair.ts";

/** What can be wrong with the use of a result: what is read before it is known to be there, and the status. */
export function resultPairs(operation: Operation): Pair[] {
  const [first] = exactResponses(operation);
  const malformed = (reason: string) =>
    `if (result.status === "malformed") result.error.reason === ${reason};`;
  return [
    ["if (result.ok) result.data;", "result.data;"],
    ["if (!result.ok) result.error;", "if (result.ok) result.error;"],
    ['result.status === "malformed";', 'result.status === "malformed_";'],
    [malformed('"html"'), malformed('"html_"')],
    ...(first
      ? [[`result.status === ${first.status};`, `result.status === ${first.status}0;`] as const]
      : []),
  ];
}

/** What can be wrong with the use of a body, by documented status. */
export function bodyPairs(operation: Operation): ReadonlyMap<string, Pair[]> {
  const exact = exactResponses(operation);
  // A success that can say it is an error after all is one of two things under one status.
  const inBand = exact
    .filter(({ ok, fields }) => ok && inBandCode(fields))
    .map((response) => [`${response.status}_error`, { ...response, ok: false }] as const);
  const all = [...exact.map((response) => [response.status, response] as const), ...inBand];
  return new Map(all.map(([name, response]) => [name, fieldPairs(response, exact)]));
}

// OAS 3.1.1 §4.8.16: `4XX` and `default` name no status that could be compared with.
function exactResponses({ responses }: Operation): Response[] {
  return responses.filter(({ status }) => /^\d{3}$/.test(status));
}
