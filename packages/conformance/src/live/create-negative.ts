import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import type { Mistake } from "../sandbox/violation.ts";
import { documentedRefusal } from "./documented-refusal.ts";
import type { Bearing, NegativeCase, NegativeKind } from "./negative-case.ts";

/** A case that is wrong in one way; none where the document does not say how that is answered. */
export function createNegative(
  document: Document,
  main: TestCase,
  kind: NegativeKind,
  label: string,
  mistakes: readonly Mistake[],
  bears: Bearing = "own",
): NegativeCase[] {
  const { operation } = main;
  const [status] = documentedRefusal(document, operation, mistakes).statuses;
  if (status === undefined) return [];
  const { sample: _, example: __, code: ___, ...rest } = main;
  return [{ ...rest, name: label, status, negative: { kind, bears, mistakes } }];
}
