/** What one definition says of one parameter or member. */
export interface Fact {
  readonly required: boolean;
  /** `string`, `integer`, `array` …; `any` where the definition leaves it open. */
  readonly type: string;
  /** Whether the value travels as JSON text, which some definitions call a string. */
  readonly isText?: true;
  /** The documented values, sorted. */
  readonly values?: readonly string[];
  /** The documented bounds, such as `maxLength=128`, sorted. */
  readonly bounds?: readonly string[];
}

/** What one definition says of one operation: facts by place, such as `query limit` or `200 tasks[].id`. */
export interface OperationFacts {
  readonly id: string;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Whether the definition speaks of bodies and answers at all; some list parameters alone. */
  readonly isWhole: boolean;
}
