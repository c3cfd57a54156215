import type { Document } from "../../document/document.ts";
import type { Pointer } from "../../document/pointer.ts";
import { lazyValidators } from "../../schema/compile-validators.ts";
import type { Easel } from "./picture.ts";

/** Whether a schema of a document admits a value; each is compiled when it is first asked. */
export function createFits(document: Document): Easel["fits"] {
  let validators: ReturnType<typeof lazyValidators> | undefined;
  const known = new Map<Pointer, ReturnType<ReturnType<typeof lazyValidators>["get"]>>();
  return (schema, value) => {
    // Made when it is first needed: few documents are asked for all that they have.
    validators ??= lazyValidators(document);
    const validate = known.has(schema) ? known.get(schema) : validators.get(schema);
    known.set(schema, validate);
    return validate === undefined || validate(value);
  };
}
