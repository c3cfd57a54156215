import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { CredentialInUse } from "./credential.ts";

/**
 * The credentials that an operation's requests bear, each with the scheme that it serves. An operation takes the first
 * of its alternatives that they serve in full. Where it asks for none of them, as with `security: []`, nothing is sent: a
 * secret goes only where it is asked for.
 */
export function authenticate(
  connection: Connection,
  { security }: OperationDescription,
  signal: AbortSignal | undefined,
): readonly CredentialInUse[] {
  const { credentials, service } = connection;
  for (const names of security) {
    const found = names.flatMap((schemeName) => {
      const scheme = service.securitySchemes[schemeName];
      const credential = scheme && credentials.find((one) => one.matches(scheme, schemeName));
      return credential ? [{ credential, scheme, schemeName, connection, signal }] : [];
    });
    if (found.length === names.length) return found;
  }
  return [];
}
