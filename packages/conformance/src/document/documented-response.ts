import type { DocumentedResponse, MediaType, Operation } from "./document.ts";

/** The documented response that an answer's status falls under, or `undefined`. */
export function documentedResponse(operation: Operation, status: number): DocumentedResponse | undefined {
  // OAS 3.1.1 §4.8.16: an exact code beats a range, a range beats `default`.
  const range = `${Math.floor(status / 100)}XX`;
  return operation.responses[status] ?? operation.responses[range] ?? operation.responses.default;
}

/** The documented media type of an answer: the one with the example that is asked for, else the first. */
export function contentFor(
  { content }: DocumentedResponse,
  example: string | undefined,
): MediaType | undefined {
  return content.find(({ examples }) => examples.some(({ name }) => name === example)) ?? content[0];
}

/** Whether a documented status is one of success. */
export function isSuccess(status: string | number): boolean {
  return String(status).startsWith("2");
}
