import { upgrade } from "@scalar/openapi-upgrader";
import { TeachingError } from "../teaching-error.ts";
import { checkReferences } from "./check-references.ts";
import { checkSecurity } from "./check-security.ts";
import { checkVocabulary } from "./check-vocabulary.ts";
import type { JsonObject } from "./json.ts";
import type { Source } from "./parse-source.ts";
import { sayNullable } from "./say-nullable.ts";
import { walkObjects } from "./walk-objects.ts";

/**
 * What an OpenAPI document says, brought up to 3.1, whose references lead somewhere, whose credentials are declared,
 * and whose keywords are spelt right.
 *
 * @throws TeachingError when it is no such document.
 */
export function proveRoot(source: Source): JsonObject {
  const root = modernRoot(source);
  checkReferences({ ...source, root });
  checkSecurity({ ...source, root });
  checkVocabulary({ ...source, root });
  return root;
}

function modernRoot({ root, locate }: Source): JsonObject {
  const version = root.openapi ?? root.swagger;
  if (typeof version === "string" && version.startsWith("3.1.")) return sayNullable(root);
  if (typeof version === "string" && /^(3\.0\.|2\.0$)/.test(version)) {
    return upgrade(withoutSiblings(structuredClone(root)), "3.1") as unknown as JsonObject;
  }
  throw new TeachingError({
    what:
      version === undefined
        ? "not an OpenAPI document"
        : `OpenAPI ${JSON.stringify(version)} is not known here`,
    where: locate(root.openapi === undefined && version !== undefined ? "#/swagger" : "#/openapi"),
    expected:
      typeof version === "number"
        ? 'the whole version, which is a text: 3.1.1, or 3.0.4, or "2.0" in quotes'
        : "OpenAPI 3.1 (3.0 and 2.0 are brought up to it)",
    example: "openapi: 3.1.1",
  });
}

// OAS 3.0.4 §4.8.23, OAS 2.0 "Reference Object": what stands beside a `$ref` is ignored; a Path Item is no such object.
function withoutSiblings(root: JsonObject): JsonObject {
  walkObjects(root, (object, pointer) => {
    if (typeof object.$ref !== "string" || /^#\/paths\/[^/]+$/.test(pointer)) return;
    for (const name of Object.keys(object)) if (name !== "$ref") delete object[name];
  });
  return root;
}
