import { allBranches, schemasAt } from "../document/branches.ts";
import type { MarkedPlace } from "../document/find-marked.ts";
import { isObject, type Json, type JsonObject, listOf } from "../document/json.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";
import { mediaTypeOf, type Situation } from "./mutant.ts";
import { shapeAdmits } from "./shape-admits.ts";

/**
 * Whether a value that breaks one schema of a place is what another one, between which there is a choice, asks for by its
 * type, or does not refuse by what it says of members: then nothing is broken.
 */
export function hasChoiceFor(
  situation: Situation,
  { steps, schema: broken }: Pick<MarkedPlace, "steps" | "schema">,
  value: Json,
): boolean {
  const { document } = situation;
  const { root } = document;
  const schema = mediaTypeOf(situation)?.schema;
  if (schema === undefined) return false;
  const places = schemasAt(root, schema, steps);
  const choices = places.flatMap((place) => [place, ...choicesWithin(root, place)]);
  return choices.some((choice) => {
    const branches = allBranches(root, choice);
    const isShaped = branches.some((branch) => {
      const said = valueAt(root, branch);
      return isObject(said) && ["type", "properties"].some((word) => Object.hasOwn(said, word));
    });
    return isShaped && !branches.includes(broken) && shapeAdmits(document, choice, value);
  });
}

function choicesWithin(root: JsonObject, place: Pointer): Pointer[] {
  return allBranches(root, place).flatMap((branch) => {
    const schema = valueAt(root, branch);
    return ["anyOf", "oneOf"].flatMap((keyword) =>
      listOf(isObject(schema) ? schema[keyword] : undefined).map((_, index) => below(branch, keyword, index)),
    );
  });
}
