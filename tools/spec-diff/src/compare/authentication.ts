import { describeSecurity } from "codegen/src/describe/security.ts";
import type { OperationObject } from "codegen/src/spec/document.ts";
import { type Findings, named } from "./finding.ts";
import type { OperationSite } from "./operations.ts";
import { type Pair, placeIn, rootOf, type Site } from "./site.ts";

/** The credentials that an operation accepts: each alternative is a set of schemes; none means that it asks for none. */
export function* compareAuthentication({ before, after }: Pair<OperationSite>): Findings {
  const [was, is] = [alternativesOf(before), alternativesOf(after)];
  const at = placeOf(after);
  for (const one of was.filter((one) => !is.includes(one))) {
    // Where no credential is asked for, one that was accepted is not refused.
    if (is.includes(none)) continue;
    yield { rule: "security-removed", at, subject: one, before: was, after: is };
  }
  for (const one of is.filter((one) => !was.includes(one))) {
    if (was.includes(none)) continue;
    yield { rule: "security-added", at, subject: one, before: was, after: is };
  }
}

const none = "a request without credentials";

function alternativesOf({ service, at }: OperationSite): string[] {
  const alternatives = describeSecurity(service.spec, at.value as OperationObject, at.place);
  if (alternatives.length === 0) return [none];
  return alternatives.map((schemes) => [...schemes].sort().map(named).join(" with "));
}

/** The document's own stands for all operations that do not say otherwise. */
function placeOf({ service, at }: OperationSite): Site {
  return at.value.security ? placeIn(at, "security") : placeIn(rootOf(service.spec), "security");
}
