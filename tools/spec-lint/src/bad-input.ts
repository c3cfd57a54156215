/** A file or an argument that cannot be worked with at all: exit code 2, and no finding. */
export class BadInput extends Error {
  override readonly name = "BadInput";
  readonly hint: string;

  /** @param message what is wrong, and where. @param hint what to do about it. */
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
