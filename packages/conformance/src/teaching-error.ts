/** What a reader needs in order to mend what is wrong. */
export interface Lesson {
  /** What is wrong, in one sentence. */
  what: string;
  /** Where: a file with line and column, a JSON pointer, a command-line option. */
  where?: string;
  /** What would have been right. */
  expected?: string;
  /** One thing that works. */
  example?: string;
}

/**
 * The input cannot be used: a usage error or a broken document. The command ends with exit code 2.
 *
 * @example
 * throw new TeachingError({ what: "no such provider: acme", expected: "one of: acme-jobs" });
 */
export class TeachingError extends Error {
  override readonly name = "TeachingError";
  readonly lesson: Lesson;

  constructor(lesson: Lesson, options?: ErrorOptions) {
    super(format(lesson), options);
    this.lesson = lesson;
  }
}

function format({ what, where, expected, example }: Lesson): string {
  const lines = [what];
  if (where) lines.push(`  where     ${where}`);
  if (expected) lines.push(`  expected  ${expected}`);
  if (example) lines.push(`  example   ${example}`);
  return lines.join("\n");
}
