import type { TestCase } from "../cases/test-case.ts";
import type { Mistake } from "../sandbox/violation.ts";

/** What is wrong on purpose. */
export type NegativeKind =
  | "no-credentials"
  | "wrong-credentials"
  | "wrong-signature"
  | "stale-date"
  | "unknown-id"
  | "malformed-id"
  | "out-of-range"
  | "empty-text";

/** Which credentials a request bears: a signature may also be by a secret that is not the key's, or of an hour ago. */
export type Bearing = "own" | "none" | "wrong" | "wrong-secret" | "stale";

/** A request that is wrong on purpose, and that no service is harmed by: it reads, or it is refused. */
export interface NegativeCase extends TestCase {
  readonly negative: {
    readonly kind: NegativeKind;
    readonly bears: Bearing;
    /** What it can be refused as, the most fitting first. */
    readonly mistakes: readonly Mistake[];
  };
}

export function isNegative(testCase: TestCase): testCase is NegativeCase {
  return "negative" in testCase;
}
