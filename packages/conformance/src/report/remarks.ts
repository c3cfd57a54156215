import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

/** How each reason begins that says that the caller was not let in. */
export const NOT_AUTHORISED = "not authorised";

/**
 * What is to be said of a run before its findings, since it says what these are worth:
 *
 * - `unproved`: why nothing was proved
 * - `lenient`: what was let pass on request
 * - `survived`: what the judge itself did not see
 */
export interface Remark {
  readonly kind: "unproved" | "lenient" | "survived";
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

/** Why the runs of a report prove nothing, each reason once. */
export function unprovedBy({ run, runs = [] }: Pick<Report, "run" | "runs">): string[] {
  return [...new Set([...(run ? [run] : []), ...runs].flatMap(({ unproved }) => unproved ?? []))];
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
