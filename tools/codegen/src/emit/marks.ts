import { inBandCode } from "../describe/error-code.ts";
import { errorCodePointers } from "../describe/error-code-pointers.ts";
import type { Field } from "../describe/fields.ts";
import { describeLongRunning, isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import { pointerTo } from "../describe/pointer-to.ts";
import type { Service } from "../describe/service.ts";
import { memberPath } from "./member-path.ts";

/** The steps to a place in a body; `*` is every item of a list. */
export type Path = readonly string[];

/** Where the answers of an operation have what a mock changes. */
export interface Marks {
  readonly status?: Path | undefined;
  readonly result?: Path | undefined;
  readonly error?: Path | undefined;
  readonly progress?: Path | undefined;
  /** Where a success has its error code, and which of them mean none. */
  readonly inBand?: { readonly code: Path; readonly success: readonly (string | number)[] } | undefined;
  /** Where errors have it. */
  readonly errorCodes: readonly Path[];
}

/** The same places that the client goes by. */
export function marksOf(operation: Operation, { operations }: Service): Marks {
  const at = (field: Field | undefined) => field && memberPath(pointerTo(field));
  const { status, result, error, progress } = isPolled(operation)
    ? describeLongRunning(operation)
    : ({} as Partial<ReturnType<typeof describeLongRunning>>);
  const [code] = operation.responses.flatMap(({ ok, fields }) => (ok && inBandCode(fields)) || []);
  return {
    status: at(status),
    result: at(result),
    error: at(error),
    progress: at(progress),
    inBand: code && { code: memberPath(pointerTo(code.field)), success: code.success },
    errorCodes: errorCodePointers(operations).map(memberPath),
  };
}
