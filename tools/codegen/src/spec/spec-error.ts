/** Why a spec cannot become a package, told so that the reader can mend it. */
export class SpecError extends Error {
  override name = "SpecError";

  constructor(lesson: { where: string; what: string; expected: string; example: string }) {
    super(
      [
        `${lesson.where}: ${lesson.what}`,
        `  expected: ${lesson.expected}`,
        `  example:  ${lesson.example.replaceAll("\n", "\n            ")}`,
      ].join("\n"),
    );
  }
}
