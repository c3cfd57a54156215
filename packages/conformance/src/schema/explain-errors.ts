import { documentedValues } from "../document/documented-values.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";
import { memberFinder } from "./documents-member.ts";
import type { SchemaError } from "./run-validators.ts";

/** An error of a validator in the words of the report. */
export interface Explanation {
  /** Where in the instance. */
  readonly at: Pointer;
  readonly expected: string;
  readonly received: string;
}

/** Words the errors of a validator, leaving out those that only repeat another. */
export function explainErrors(
  root: JsonObject,
  schema: Pointer | undefined,
  instance: Json,
  errors: readonly SchemaError[],
): Explanation[] {
  const explanations = withoutEchoes(root, schema, errors).map((error) => {
    const at = `#${error.instancePath}`;
    const value = valueAt(instance, at);
    const member = error.params.unevaluatedProperty ?? error.params.additionalProperty;
    if (typeof member === "string") {
      const stranger = isObject(value) ? value[member] : undefined;
      return {
        at: below(at, member),
        expected: "documented members only",
        received: `${member}: ${show(stranger)}`,
      };
    }
    return { at, expected: expectation(error), received: show(value) };
  });
  // Two parts of an `allOf` may ask for the same.
  return [...new Map(explanations.map((one) => [`${one.at} ${one.expected} ${one.received}`, one])).values()];

  function expectation({ keyword, params, message, schemaPath }: SchemaError): string {
    switch (keyword) {
      case "false schema":
        return "no such member here";
      case "type":
      case "format":
      case "pattern":
        return `${keyword} ${params[keyword]}`;
      case "required":
        return `member ${params.missingProperty}`;
      case "const":
        return show(params.allowedValue as Json);
      case "enum":
        return `one of ${(params.allowedValues as Json[]).map(show).join(", ")}`;
      case "anyOf":
      case "oneOf":
        return describeChoice(schemaPath) ?? message ?? keyword;
      default:
        return message ?? keyword;
    }
  }

  function describeChoice(schemaPath: string): string | undefined {
    const pointer = schemaPath.startsWith("#/") ? `${schema ?? "#"}${schemaPath.slice(1)}` : undefined;
    const { values } = documentedValues(root, (pointer ?? "#").split("/").slice(0, -1).join("/"));
    return values.length > 0 ? `one of ${values.map(show).join(", ")}, or another string` : undefined;
  }
}

/**
 * Leaves out what says nothing new: the branches of a failed choice; the format of what is not even of the
 * type; and documented members that look strange because the schema which documents them failed on something
 * else (Ajv: a failed reference evaluates nothing).
 */
function withoutEchoes(
  root: JsonObject,
  schema: Pointer | undefined,
  errors: readonly SchemaError[],
): SchemaError[] {
  const choices = [...new Set(errors.filter(isChoice).map(({ schemaPath }) => `${schemaPath}/`))];
  const rest = errors.filter(({ schemaPath }) => !choices.some((choice) => schemaPath.startsWith(choice)));
  const mistyped = new Set(
    rest.filter(({ keyword }) => keyword === "type").map((error) => error.instancePath),
  );
  const broken = new Set(rest.flatMap(placesBrokenBy));
  const isDocumented = schema === undefined ? () => false : memberFinder(root, schema);
  return rest.filter(({ keyword, instancePath, params }) => {
    if (keyword === "format") return !mistyped.has(instancePath);
    if (keyword !== "unevaluatedProperties" || !broken.has(instancePath)) return true;
    return !isDocumented(instancePath, String(params.unevaluatedProperty));
  });
}

function isChoice({ keyword }: SchemaError): boolean {
  return keyword === "anyOf" || keyword === "oneOf";
}

/** Where something else is wrong than that a member looks strange: the place of the error, and all that it is in. */
function placesBrokenBy({ keyword, instancePath }: SchemaError): string[] {
  const steps = instancePath.split("/");
  const places = steps.map((_, index) => steps.slice(0, index + 1).join("/"));
  return keyword === "unevaluatedProperties" ? places.slice(0, -1) : places;
}

function show(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
