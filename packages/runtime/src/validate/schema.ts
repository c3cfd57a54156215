/**
 * A JSON Schema (2020-12) as validation needs it: the keywords that judge, and no others. A schema within it is the
 * position of another in the table that both stand in, so that what is alike is there once.
 */
export interface Schema {
  readonly type?: string | readonly string[];
  /** Of `const` too. */
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, number>>;
  readonly additionalProperties?: number;
  readonly propertyNames?: number;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: number;
  readonly prefixItems?: readonly number[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** Says what `pattern` is about; judges nothing by itself. */
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly allOf?: readonly number[];
  readonly anyOf?: readonly number[];
  readonly oneOf?: readonly number[];
  readonly not?: number;
}

/** What is documented of the bodies that a service answers with. */
export interface ResponseSchemas {
  /** By operation, by documented statuses (`200`, `4XX 503 default`): the position of their schema. */
  readonly operations: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly schemas: readonly Schema[];
}
