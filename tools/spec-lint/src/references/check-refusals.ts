import type { Finding } from "../finding.ts";
import { isObject, type JsonObject } from "../json.ts";
import { codeDeclarations, codePlaces } from "../openapi/code-places.ts";
import { responseBodiesOf } from "../openapi/response-bodies.ts";
import { documentedValues } from "../schema/documented-values.ts";
import { unknownName } from "./unknown-name.ts";

const CODE = "a code that a response documents, on a property with `x-lro-error-code`";

/** Every code that a mistake is refused with is one that some response documents. */
export function checkRefusals(root: JsonObject): Finding[] {
  const refusals = root["x-refusals"];
  if (!isObject(refusals)) return [];
  const known = [...new Set(documentedCodes(root))];
  return Object.entries(refusals).flatMap(([mistake, codes]) =>
    [codes].flat().flatMap((code, index) => {
      const at = ["x-refusals", mistake, ...(Array.isArray(codes) ? [index] : [])];
      const text = String(code);
      return known.includes(text) ? [] : [unknownName(at, text, known, CODE, "JobNotFound")];
    }),
  );
}

function documentedCodes(root: JsonObject): string[] {
  const bodies = responseBodiesOf(root);
  return codePlaces(root, bodies)
    .flatMap((place) => codeDeclarations(root, bodies, place))
    .flatMap(({ path }) => documentedValues(root, path))
    .map(({ value }) => String(value));
}
