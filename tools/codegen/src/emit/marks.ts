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
  readonly inBand?: InBandMark | undefined;
  /** Where errors have it. */
  readonly errorCodes: readonly Path[];
}

/** Where a success says that it is an error after all, and the codes that mean it is none. */
interface InBandMark {
  readonly code: Path;
  readonly success: readonly (string | number)[];
}

/** The same places that the client goes by. */
export function marksOf(operation: Operation, { operations }: Service): Marks {
  const at = (field: Field | undefined) => field && memberPath(pointerTo(field));
  const { status, result, error, progress } = isPolled(operation)
    ? describeLongRunning(operation)
    : ({} as Partial<ReturnType<typeof describeLongRunning>>);
  return {
    status: at(status),
    result: at(result),
    error: at(error),
    progress: at(progress),
    inBand: inBandMark(operation),
    errorCodes: errorCodePointers(operations).map(memberPath),
  };
}

export function inBandMark({ responses }: Operation): InBandMark | undefined {
  const [code] = responses.flatMap(({ ok, fields }) => (ok && inBandCode(fields)) || []);
  return code && { code: memberPath(pointerTo(code.field)), success: code.success };
}
