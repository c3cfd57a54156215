import type { Field } from "./fields.ts";

/** The field that holds the vendor's error code, if the body has one; of several, that which lists codes. */
export function errorCode(fields: readonly Field[]): Field | undefined {
  const marked = fields.filter(({ schema }) => schema["x-lro-error-code"] !== undefined);
  return marked.find(({ values }) => values) ?? marked[0];
}

/** Where a success says that it is an error after all, and the codes that mean it is none. */
export interface InBandCode {
  readonly field: Field;
  readonly success: readonly (string | number)[];
}

/** The in-band code of a success, if its body has one. */
export function inBandCode(fields: readonly Field[]): InBandCode | undefined {
  for (const field of fields) {
    const keyword = field.schema["x-lro-error-code"];
    if (typeof keyword === "object") return { field, success: keyword.success };
  }
  return undefined;
}
