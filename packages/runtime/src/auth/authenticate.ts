import type { OperationDescription } from "../operation-description.ts";
import type { SecurityScheme, ServiceDescription } from "../service-description.ts";
import type { Credential } from "./credential.ts";

/** The credentials that an operation's requests bear, each with the scheme that it serves. */
export type Authenticate = (operation: OperationDescription) => readonly Assigned[];

export interface Assigned {
  readonly credential: Credential;
  readonly scheme: SecurityScheme;
  readonly schemeName: string;
}

/**
 * Assigns credentials to the documented schemes. An operation takes the first of its alternatives that they serve in
 * full. Where it asks for none of them, as with `security: []`, nothing is sent: a secret goes only where it is asked
 * for.
 */
export function authenticate(
  schemes: ServiceDescription["securitySchemes"],
  credentials: readonly Credential[],
): Authenticate {
  const assigned = new Map<string, Assigned>();
  for (const [schemeName, scheme] of Object.entries(schemes)) {
    const credential = credentials.find((one) => one.matches(scheme, schemeName));
    if (credential) assigned.set(schemeName, { credential, scheme, schemeName });
  }

  return ({ security }) => {
    for (const names of security) {
      const found = names.flatMap((name) => assigned.get(name) ?? []);
      if (found.length === names.length) return found;
    }
    return [];
  };
}
