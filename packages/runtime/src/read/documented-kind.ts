import type { BodyKind, OperationDescription } from "../operation-description.ts";

/**
 * Under which status an answer is documented (OAS 3.1.1 §4.8.16: an exact code, then a range, then `default`). A 2xx
 * that is not documented is taken for the last one that is; other statuses are not guessed at.
 */
export function documentedStatus({ responses }: OperationDescription, status: number): string | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  const known = [`${status}`, range, "default"].find((one) => responses[one]);
  if (known || range !== "2XX") return known;
  return Object.keys(responses)
    .filter((one) => one.startsWith("2"))
    .at(-1);
}

/** What is documented of the body under a status. */
export function documentedKind(operation: OperationDescription, status: number): BodyKind | undefined {
  return operation.responses[documentedStatus(operation, status) ?? ""];
}
