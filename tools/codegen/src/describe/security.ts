import type { OperationObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import type { SecuritySchemeObject } from "../spec/security-scheme.ts";

/** The security schemes of a document, provided that the runtime can send them all. */
export function describeSecuritySchemes(spec: Spec): Record<string, SecuritySchemeObject> {
  const documented = Object.entries(spec.document.components?.securitySchemes ?? {});
  return Object.fromEntries(documented.map(([name, scheme]) => [name, describeScheme(spec, name, scheme)]));
}

function describeScheme(spec: Spec, name: string, scheme: SecuritySchemeObject): SecuritySchemeObject {
  if (scheme.type === "http" && scheme.scheme) return scheme;
  if (scheme.type === "apiKey" && scheme.in === "header" && scheme.name) return scheme;
  // However an access token is come by, it is sent as a bearer token (RFC 6750 §2.1).
  if (scheme.type === "oauth2" || scheme.type === "openIdConnect") {
    return { ...scheme, type: "http", scheme: "bearer" };
  }
  throw spec.error(["components", "securitySchemes", name], {
    what: `the security scheme ${name} is of a kind that the runtime cannot send`,
    expected: "type http with a scheme, oauth2, openIdConnect, or type apiKey in a header",
    example: `${name}:\n  type: apiKey\n  in: header\n  name: X-Api-Key`,
  });
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
