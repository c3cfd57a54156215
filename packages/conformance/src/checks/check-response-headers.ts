import { coerce } from "../schema/coerce.ts";
import { explainErrors } from "../schema/explain-errors.ts";
import { type Finding, fail, pass } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** Each documented header is there if it must be, and says what it may. */
export function checkResponseHeaders({
  exchange: { response },
  documented,
  validators,
  document,
}: Subject): Finding[] {
  if (!response || !documented) return [];
  return documented.headers.flatMap(({ name, required, schema }): Finding[] => {
    const value = response.headers.get(name);
    if (value === null) return required ? [fail(`header ${name}`, "no such header")] : [];
    const validate = schema && validators.get(schema);
    const coerced = coerce(document.root, schema, value);
    if (!validate || validate(coerced)) return [pass(`header ${name}`, value)];
    return explainErrors(document.root, schema, coerced, validate.errors ?? []).map(({ expected }) =>
      fail(`header ${name}: ${expected}`, value),
    );
  });
}
