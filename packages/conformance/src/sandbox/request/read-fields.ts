import type { Arguments } from "../../cases/test-case.ts";
import { setMember } from "../../document/edit.ts";
import type { Json, JsonObject } from "../../document/json.ts";
import type { Validators } from "../../schema/run-validators.ts";
import type { Field } from "../../wire/serialize.ts";
import type { Violation } from "../violation.ts";
import type { DocumentedField } from "./documented-field.ts";
import { judgeValue } from "./judge-value.ts";
import { type ReadValue, readValue } from "./read-value.ts";
import type { FieldSet } from "./request-plan.ts";
import { isSecretName, veil } from "./veil.ts";

/** What a validator is asked with. */
export interface Judge {
  readonly root: JsonObject;
  readonly validators: Validators;
}

/** Values by name, and what is wrong with them. */
export interface ReadFields {
  readonly values: Readonly<Record<string, Json>>;
  readonly violations: readonly Violation[];
}

/** The arguments that a query and a body hold. */
export interface ReadQueryAndBody extends Pick<Arguments, "query" | "body"> {
  readonly violations: readonly Violation[];
}

/** The fields of a query or a form, each with those of the same parameter. */
export function groupFields(
  set: FieldSet,
  sent: Iterable<Field>,
): { readonly known: ReadonlyMap<DocumentedField, Field[]>; readonly strangers: readonly Field[] } {
  const known = new Map<DocumentedField, Field[]>();
  const strangers: Field[] = [];
  for (const field of sent) {
    const documented = set.find(field[0]);
    const own = documented && known.get(documented);
    if (!documented) strangers.push(field);
    else if (own) own.push(field);
    else known.set(documented, [field]);
  }
  return { known, strangers };
}

/**
 * The values of parameters of one place, judged.
 *
 * @param read says what a parameter was sent as; `undefined` if it was not
 */
export function readParameters(
  judge: Judge,
  label: string,
  fields: readonly DocumentedField[],
  read: (field: DocumentedField) => ReadValue | undefined,
): ReadFields {
  const values: Record<string, Json> = {};
  const violations: Violation[] = [];
  for (const field of fields) {
    const { name } = field;
    const result = read(field);
    if (!result) {
      if (field.required) violations.push(missing(`${label} ${name}`, name));
    } else if (result.problem) {
      violations.push({ mistake: "parameterInvalid", at: `${label} ${name}`, name, ...result.problem });
    } else {
      setMember(values, name, result.value);
      judgeParameter(judge, label, field, result.value, violations);
    }
  }
  return { values, violations };
}

/** The same for fields that were grouped. */
export function readGrouped(
  judge: Judge,
  label: string,
  fields: readonly DocumentedField[],
  known: ReadonlyMap<DocumentedField, readonly Field[]>,
): ReadFields {
  return readParameters(judge, label, fields, (field) => {
    const own = known.get(field);
    return own && readValue(judge.root, field, own);
  });
}

export function missing(at: string, name: string): Violation {
  return { mistake: "parameterMissing", at, name, expected: "a value", received: "none" };
}

/** Adds what is wrong with a value to what is wrong already. */
function judgeParameter(
  judge: Judge,
  label: string,
  { name, schema }: DocumentedField,
  value: Json,
  violations: Violation[],
): void {
  for (const explained of judgeValue(judge, schema, value, (shown) => veil(shown, isSecretName(name)))) {
    const at = explained.at === "#" ? `${label} ${name}` : `${label} ${name} ${explained.at}`;
    const { expected, received } = explained;
    violations.push({ mistake: "parameterInvalid", at, name, expected, received });
  }
}
