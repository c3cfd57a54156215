/** A value of a JSON Schema type, to show what is meant. */
export function sampleOfType(type: unknown): unknown {
  return samplesOfType[String(type)];
}

/** A value of a format, to show what is meant. */
export function sampleOfFormat(format: unknown): unknown {
  return samplesOfFormat[String(format)];
}

const samplesOfType: Readonly<Record<string, unknown>> = {
  string: "string",
  integer: 0,
  number: 0.5,
  boolean: true,
  null: null,
  array: [],
  object: {},
};

const samplesOfFormat: Readonly<Record<string, unknown>> = {
  int32: 2 ** 31 - 1,
  int64: 1_795_348_800_000,
  float: 0.5,
  double: 0.5,
  uuid: "f61d60d2-698a-46dc-a266-88df27644956",
  byte: "c2V0dGxlZA==",
  date: "2026-11-22",
  "date-time": "2026-11-22T08:48:34Z",
};
