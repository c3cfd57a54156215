import type { Verdict } from "../report/report.ts";

/** What the command's exit code says. */
export const EXIT = {
  conforms: 0,
  deviates: 1,
  /** The command line or a document is broken. */
  usage: 2,
  /** Unreachable, not authorised or the wrong host: nothing was proved. */
  unproved: 3,
  interrupted: 4,
} as const;

/** The same, for the help. */
export const EXIT_CODES: string = `
Exit codes:
  ${EXIT.conforms}  conforms
  ${EXIT.deviates}  deviates, or a mutant survived: the judge missed what it had to see
  ${EXIT.usage}  the command line or a document is broken
  ${EXIT.unproved}  unreachable, not authorised or the wrong host: nothing was proved
  ${EXIT.interrupted}  interrupted`;

/** The exit code of a run that came to its end. */
export function exitCode(verdicts: readonly Readonly<Record<Verdict, number>>[], proved: boolean): number {
  if (!proved) return EXIT.unproved;
  const deviates = verdicts.some(({ vacuous, fail, error }) => vacuous + fail + error > 0);
  return deviates ? EXIT.deviates : EXIT.conforms;
}
