import type { ErrorObject } from "ajv/dist/2020.js";
import { inBackticks, isObject, type JsonObject, listOf } from "../json.ts";
import { fromPointer, type Path } from "../json-pointer.ts";
import { sampleOfFormat, sampleOfType } from "./sample-value.ts";

/** One thing that a value does wrong, in words. The path starts at the value. */
export interface SchemaError {
  readonly at: Path;
  readonly found: string;
  readonly expected: string;
  /** A value that would do there, where one can be told from the error alone. */
  readonly sample?: unknown;
}

/** Ajv's errors for one value, as people would report them: one per defect. */
export function describeErrors(errors: readonly ErrorObject[]): SchemaError[] {
  return errors.filter((error, index) => !isBranchOfChoice(error, errors.slice(index + 1))).map(describe);
}

// A value that fits no branch is one defect, not one per branch. Ajv reports the branches first, then the choice.
function isBranchOfChoice(error: ErrorObject, later: readonly ErrorObject[]): boolean {
  return later.some(({ keyword, instancePath }) => {
    const isChoice = keyword === "anyOf" || keyword === "oneOf";
    return isChoice && `${error.instancePath}/`.startsWith(`${instancePath}/`);
  });
}

function describe(error: ErrorObject): SchemaError {
  const at = fromPointer(`#${error.instancePath}`) ?? [];
  const found = inBackticks(error.data);
  const { params } = error;
  switch (error.keyword) {
    case "type":
      return {
        at,
        found,
        expected: [params.type].flat().join(" or "),
        sample: sampleOfType([params.type].flat()[0]),
      };
    case "enum":
      return {
        at,
        found,
        expected: `one of ${namesOf(params.allowedValues)}`,
        sample: params.allowedValues[0],
      };
    case "const":
      return { at, found, expected: inBackticks(params.allowedValue), sample: params.allowedValue };
    case "format":
      return {
        at,
        found,
        expected: `the format \`${params.format}\``,
        sample: sampleOfFormat(params.format),
      };
    case "pattern":
      return { at, found, expected: `text that matches ${inBackticks(params.pattern)}` };
    case "contentMediaType":
      return {
        at,
        found: `${found}, which does not parse`,
        expected: `\`${error.schema}\` as text`,
        sample: '{"a":1}',
      };
    case "required":
      return {
        at,
        found: `no \`${params.missingProperty}\``,
        expected: `the required \`${params.missingProperty}\``,
      };
    case "additionalProperties":
      return unknownMember(at, error);
    case "anyOf":
    case "oneOf":
      return { at, found, expected: choicesOf(error) };
    default:
      return { at, found, expected: error.message?.replace(/^must /u, "to ") ?? error.keyword };
  }
}

function unknownMember(at: Path, { params, parentSchema }: ErrorObject): SchemaError {
  const known = isObject(parentSchema?.properties) ? Object.keys(parentSchema.properties) : [];
  return {
    at: [...at, params.additionalProperty],
    found: `the member \`${params.additionalProperty}\``,
    expected: known.length > 0 ? `one of ${namesOf(known)}` : "no such member",
  };
}

function choicesOf({ keyword, schema }: ErrorObject): string {
  const branches = listOf(schema).map((branch) => {
    if (isObject(branch) && "const" in branch) return inBackticks(branch.const);
    if (isObject(branch) && isObject(branch.properties)) return `\`{ ${membersOf(branch)} }\``;
    if (isObject(branch) && typeof branch.type === "string") return `a value of type ${branch.type}`;
    return inBackticks(branch);
  });
  return `${keyword === "oneOf" ? "exactly one" : "one"} of: ${branches.join(", ")}`;
}

/** As a signature has them: `page, items, size?`. */
function membersOf({ properties, required }: JsonObject): string {
  const needed = listOf(required);
  return Object.keys(isObject(properties) ? properties : {})
    .map((name) => (needed.includes(name) ? name : `${name}?`))
    .join(", ");
}

function namesOf(values: readonly unknown[]): string {
  return values.map(inBackticks).join(", ");
}
