import { type Report, VERDICTS } from "./report.ts";
import type { Row } from "./row.ts";

/** How each reason begins that says that the caller was not let in. */
export const NOT_AUTHORISED = "not authorised";

/**
 * What is to be said of a run before its findings, since it says what these are worth:
 *
 * - `unproved`: why nothing was proved
 * - `idle`: that a shard had nothing to ask, which is no fault: the others have
 * - `lenient`: what was let pass on request
 * - `survived`: what the judge itself did not see
 */
export interface Remark {
  readonly kind: "unproved" | "idle" | "lenient" | "survived";
  /** The kind, in words. */
  readonly title: string;
  readonly text: string;
  /** Whether it alone makes for an exit code other than 0. */
  readonly isError: boolean;
}

/** All that is to be said of one provider. */
export function remarksOf({ report, mutants }: Row): Remark[] {
  return [
    ...unprovedBy(report).map((text) => {
      return { kind: "unproved" as const, title: "nothing was proved", text, isError: true };
    }),
    ...idlenessOf(report).map((text) => {
      return { kind: "idle" as const, title: "nothing was asked", text, isError: false };
    }),
    ...leniencyOf(report).map((text) => {
      return { kind: "lenient" as const, title: "lenient", text, isError: false };
    }),
    ...survivalsOf(mutants).map((text) => {
      return { kind: "survived" as const, title: "settled is at fault", text, isError: true };
    }),
  ];
}

/** With a capital, where a sentence begins with it. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Why the runs of a report prove nothing, each reason once; of traffic, that none of it was judged. */
export function unprovedBy(report: Report): string[] {
  const { run, runs = [] } = report;
  const all = [...(run ? [run] : []), ...runs];
  if (all.length === 0) return isJudged(report) ? [] : [nothingJudged(report)];
  const isIdle = idlenessOf(report).length > 0;
  const reasons = all.flatMap(({ unproved, proved, interrupted }) => {
    // Who was interrupted knows why.
    return unproved ?? (proved || interrupted || isIdle ? [] : nothingJudged(report));
  });
  return [...new Set(reasons)];
}

function nothingJudged(report: Report): string {
  if (isJudged(report)) return "nothing judged: no answer arrived that could be";
  return report.verdicts.skip > 0
    ? "nothing judged: all was skipped, for the reason given"
    : "nothing judged: there was nothing";
}

/** That a shard asked nothing: there are more shards than there is work, or all of its cases are skipped. */
export function idlenessOf(report: Report): string[] {
  const { shard, proved, unproved, interrupted } = report.run ?? {};
  if (!shard || shard.of === 1) return [];
  if (proved || unproved !== undefined || interrupted || isJudged(report)) return [];
  const why = report.verdicts.skip === 0 ? "is empty" : "has nothing but skips";
  return [
    `shard ${shard.index}/${shard.of} ${why}; settled merge makes one verdict of all ${shard.of}, and takes no fewer`,
  ];
}

/** What was judged is counted, also where nobody keeps what passed. */
function isJudged({ verdicts }: Report): boolean {
  return VERDICTS.some((verdict) => verdict !== "skip" && verdicts[verdict] > 0);
}

/** How leniently the runs of a report were judged, each way once: what is green then may be green for that. */
export function leniencyOf({ run, runs = [] }: Pick<Report, "run" | "runs">): string[] {
  const all = [...(run ? [run] : []), ...runs];
  const lenient = all.filter(({ unknownMembers }) => unknownMembers === "admitted").length;
  if (lenient === 0) return [];
  const some = lenient < all.length ? ` in ${lenient} of ${all.length} runs` : "";
  return [`members that the document does not name were allowed${some} (--allow-unknown-members)`];
}

/** The mutants that survived, each once. */
function survivalsOf(mutants: Row["mutants"]): string[] {
  const named = Map.groupBy(mutants?.survivors ?? [], ({ mutant }) => mutant);
  return [...named].map(([mutant, [first, ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    return `no check saw ${mutant} at ${first?.operation} ${first?.case}${more}; what is green proves less than it should`;
  });
}
