import type { BodyKind, OperationDescription } from "../operation-description.ts";

/**
 * Under which status an answer is documented (OAS 3.1.1 §4.8.16: an exact code, then a range, then `default`). A 2xx
 * that is not documented is taken for the last one that is; other statuses are not guessed at.
 */
export function documentedStatus({ responses }: OperationDescription, status: number): string | undefined {
  const [digit] = `${status}`;
  const known = [`${status}`, `${digit}XX`, "default"].find((one) => responses[one]);
  return (
    known ??
    Object.keys(responses)
      .reverse()
      .find((one) => digit === "2" && one.startsWith(digit))
  );
}

/** What is documented of the body under a status. */
export function documentedKind(operation: OperationDescription, status: number): BodyKind | undefined {
  return operation.responses[documentedStatus(operation, status) ?? ""];
}
