/** A value that is no data: an example that can only be given as source. */
export class Expression {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What a function of the runtime makes of data. */
export class Call {
  readonly callee: string;
  readonly data: unknown;

  constructor(callee: string, data: unknown) {
    this.callee = callee;
    this.data = data;
  }
}

/** A file with this content, or with any. */
export function fileExpression(content: unknown): Expression {
  return new Expression(`new Blob([${JSON.stringify(typeof content === "string" ? content : "…")}])`);
}
