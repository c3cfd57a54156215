import type { OperationObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import type { SecuritySchemeObject } from "../spec/security-scheme.ts";

/** The security schemes of a document, provided that the runtime can send them all. */
export function describeSecuritySchemes(spec: Spec): Record<string, SecuritySchemeObject> {
  const schemes = spec.document.components?.securitySchemes ?? {};
  for (const [name, scheme] of Object.entries(schemes)) {
    if (scheme.type === "http" && scheme.scheme) continue;
    if (scheme.type === "apiKey" && scheme.in === "header" && scheme.name) continue;
    throw spec.error(["components", "securitySchemes", name], {
      what: `the security scheme ${name} is of a kind that the runtime cannot send`,
      expected: "type http with a scheme, or type apiKey in a header",
      example: `${name}:\n  type: apiKey\n  in: header\n  name: X-Api-Key`,
    });
  }
  return schemes;
}

/** The alternatives of an operation, each a set of scheme names; none if it is open to all. */
export function describeSecurity(spec: Spec, operation: OperationObject, place: Place): string[][] {
  const own = operation.security;
  const alternatives = (own ?? spec.document.security ?? []).map((requirement) => Object.keys(requirement));
  const documented = spec.document.components?.securitySchemes ?? {};
  for (const name of alternatives.flat()) {
    if (Object.hasOwn(documented, name)) continue;
    throw spec.error([...(own ? place : []), "security"], {
      what: `there is no security scheme ${name}`,
      expected: `one of components.securitySchemes: ${Object.keys(documented).join(", ") || "none is there"}`,
      example: `security:\n  - ${Object.keys(documented)[0] ?? name}: []`,
    });
  }
  // OAS 3.1.1 §4.8.30: an empty requirement makes the others optional; it asks for nothing that could be sent.
  return alternatives.filter((names) => names.length > 0);
}
