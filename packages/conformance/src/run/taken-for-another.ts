import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { findOperation } from "../sandbox/find-operation.ts";
import { prepareRequest } from "./caller.ts";

/**
 * Why the request of a case cannot be told from one of another operation: what stands for a parameter of its path stands
 * in the other path as it is. Of `/{kind}/count` and `/zones/{id}`, `/zones/count` may be either (OAS 3.1.1 §4.8.8.2).
 */
export async function takenForAnother(
  document: Document,
  testCase: TestCase | undefined,
): Promise<string | undefined> {
  if (!testCase) return undefined;
  const request = await prepareRequest(document, testCase, { baseUrl: "http://sandbox.invalid" });
  const { operation: taken } = findOperation(document, request);
  if (!taken || taken === testCase.operation) return undefined;
  const asked = `${request.method} ${new URL(request.url).pathname}`;
  return `${asked} may be ${taken.id} as well, whose path is ${taken.path}; give another value with --param name=value`;
}
