/** Indents by one space a level: in files of their depth, a fifth of what is installed was spaces. */
export function indentByOne(declarations: string): string {
  return declarations.replaceAll(STATEMENT, (statement) => {
    // TypeScript indents by four, and what people have written mostly by two.
    const unit = INDENTS_BY_TWO.test(statement) ? 2 : 4;
    return statement.replaceAll(/^ +/gm, (spaces) => toOne(spaces.length, unit));
  });
}

/** From a line that is not indented, to before the next. */
const STATEMENT = /^\S.*\n?(?:(?: .*)?\n|(?: .*)$(?!.))*/gm;
const INDENTS_BY_TWO = /^ {2}(?: {4})*[^\s*]/m;

/** The space before the `*` of a comment is one more, and stays. */
function toOne(length: number, unit: number): string {
  return " ".repeat(Math.floor(length / unit) + (length % unit));
}
