/** A schema as it stands in the table: of its keywords, those that judge; other schemas by their positions. */
export interface Row {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, number>>;
  readonly additionalProperties?: number;
  readonly required?: readonly string[];
  readonly items?: number;
  readonly prefixItems?: readonly number[];
  readonly allOf?: readonly number[];
  readonly anyOf?: readonly number[];
  readonly oneOf?: readonly number[];
  readonly [keyword: string]: unknown;
}

/** The keywords whose value is the position of one schema. */
export const ONE_SCHEMA: readonly string[] = ["additionalProperties", "items", "not", "propertyNames"];

/** Those whose value is the positions of several. */
export const LIST_OF_SCHEMAS: readonly string[] = ["allOf", "anyOf", "oneOf", "prefixItems"];

/** Those that stand in the table as they stand in the document. */
export const VALUES: readonly string[] = [
  "enum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "pattern",
  "required",
  "type",
  "uniqueItems",
];

/** JSON Schema 2020-12 validation §8 and §9, OAS 3.1.1 §4.8.24.2: those that only say something. */
export const ANNOTATIONS: readonly string[] = [
  "$comment",
  "$defs",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "default",
  "deprecated",
  "description",
  "discriminator",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "title",
  "writeOnly",
  "xml",
];

/** The same row with other positions. */
export function mapPositions(row: Row, map: (position: number) => number): Row {
  const entries = Object.entries(row).map(([keyword, value]) => {
    if (ONE_SCHEMA.includes(keyword)) return [keyword, map(value as number)];
    if (LIST_OF_SCHEMAS.includes(keyword)) return [keyword, (value as number[]).map(map)];
    if (keyword !== "properties") return [keyword, value];
    const members = Object.entries(value as Record<string, number>);
    return [keyword, Object.fromEntries(members.map(([name, position]) => [name, map(position)]))];
  });
  return Object.fromEntries(entries) as Row;
}
