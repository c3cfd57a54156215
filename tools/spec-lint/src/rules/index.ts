import type { Rule } from "../finding.ts";
import { defaultSerialization } from "./default-serialization.ts";
import { errorCodeTyped } from "./error-code-typed.ts";
import { exampleMembersDocumented } from "./example-members-documented.ts";
import { exampleNamedByCode } from "./example-named-by-code.ts";
import { exampleValidates } from "./example-validates.ts";
import { knownKeywords } from "./known-keywords.ts";
import { noPatternProperties } from "./no-pattern-properties.ts";
import { openListForm } from "./open-list-form.ts";
import { operationCitesPage } from "./operation-cites-page.ts";
import { operationId } from "./operation-id.ts";
import { parameterNamesCollide } from "./parameter-names-collide.ts";
import { referencesResolve } from "./references-resolve.ts";
import { schemaCompiles } from "./schema-compiles.ts";
import { statusInOneBucket } from "./status-in-one-bucket.ts";

/** Our own rules. This is the only list of them. */
export const rules: readonly Rule[] = [
  defaultSerialization,
  errorCodeTyped,
  exampleMembersDocumented,
  exampleNamedByCode,
  exampleValidates,
  knownKeywords,
  noPatternProperties,
  openListForm,
  operationCitesPage,
  operationId,
  parameterNamesCollide,
  referencesResolve,
  schemaCompiles,
  statusInOneBucket,
];
