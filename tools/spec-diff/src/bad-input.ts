/** What cannot be worked with: exit code 2, and no verdict. */
export class BadInput extends Error {
  override readonly name = "BadInput";
  readonly hint: string;

  /** @param message - what is wrong, and where @param hint - what to do about it */
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
