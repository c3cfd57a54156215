/** A JSON Schema 2020-12 object with the project's `x-` keywords (specs/vocabulary.schema.json). */
export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  format?: string;
  contentMediaType?: string;
  contentEncoding?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  items?: SchemaObject;
  properties?: Record<string, SchemaObject>;
  required?: string[];
  additionalProperties?: boolean | SchemaObject;
  allOf?: SchemaObject[];
  anyOf?: SchemaObject[];
  oneOf?: SchemaObject[];
  "x-lro-status"?: Record<string, (string | number)[]>;
  "x-lro-expires"?: string;
  "x-lro-result"?: true;
  "x-lro-error"?: true;
  "x-lro-progress"?: true;
  "x-flatten"?: true;
  "x-idempotency-token"?: true;
  "x-lro-error-code"?: true | { success: (string | number)[] };
  "x-typed-value"?: { name: string; type: string; value: string; any?: string };
  "x-value-kind"?: ValueKind;
}

/** `x-value-kind`: what one member of the wrapper of a value means. */
export interface ValueKind {
  kind: string;
  type?: string;
  /** The member that holds what is wrapped; of a list, the first is written, whichever is there is read. */
  at?: string | string[];
  key?: string;
  value?: string;
}
