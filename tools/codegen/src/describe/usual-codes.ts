import { errorCode } from "./error-code.ts";
import type { Operation } from "./operation.ts";
import type { Response } from "./responses.ts";

type Code = string | number;

/** By status: the codes that most of the answers with it list. */
export type UsualCodes = ReadonlyMap<string, readonly Code[]>;

/** The codes that most operations have in common, where naming them once is worth it. */
export function usualCodes(operations: readonly Operation[]): UsualCodes {
  const byStatus = Map.groupBy(
    operations.flatMap(({ responses }) => responses),
    ({ status }) => status,
  );
  const usual = [...byStatus].map(
    ([status, answers]) => [status, sharedByMost(answers.map(listedCodes))] as const,
  );
  return new Map(usual.filter(([, codes]) => codes.length > 0));
}

/** Fewer answers have nothing that is usual. */
const fewest = 3;

/** The codes that an answer lists, in its order. */
export function listedCodes({ fields }: Response): readonly Code[] {
  return errorCode(fields)?.values?.values ?? [];
}

function sharedByMost(lists: readonly (readonly Code[])[]): Code[] {
  if (lists.length < fewest) return [];
  const counts = new Map<Code, number>();
  for (const code of lists.flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > lists.length / 2).map(([code]) => code);
}
