import type { OperationDescription } from "../operation-description.ts";
import type { SecurityScheme, ServiceDescription } from "../service-description.ts";
import type { Credential } from "./credential.ts";

/** Authenticates one request of an operation, in place. */
export type Authenticate = (request: Request, operation: OperationDescription) => Promise<void>;

/**
 * Binds a credential to the documented schemes that it serves. Where an operation asks for none of them, as with
 * `security: []`, nothing is sent: a secret goes only where it is asked for.
 *
 * @throws TypeError if it serves none of the documented schemes.
 */
export function authenticate(
  schemes: ServiceDescription["securitySchemes"],
  credential: Credential | undefined,
): Authenticate {
  if (!credential) return async () => {};
  const served = new Map(Object.entries(schemes).filter(([, scheme]) => credential.matches(scheme)));
  if (served.size === 0) throw notDocumented(schemes, credential);

  return async (request, operation) => {
    for (const name of operation.security.flat()) {
      const scheme = served.get(name);
      if (scheme) return credential.apply(request, scheme);
    }
  };
}

function notDocumented(schemes: ServiceDescription["securitySchemes"], credential: Credential): TypeError {
  const documented = Object.entries(schemes);
  const list = documented.map(([name, scheme]) => `${name} (${describe(scheme)})`).join(", ") || "none";
  const example = documented[0] ? ` Example: createClient({ auth: ${factory(documented[0][1])} }).` : "";
  return new TypeError(
    `auth is ${credential.name}, which this service does not document. It has: ${list}.${example}`,
  );
}

function describe(scheme: SecurityScheme): string {
  return scheme.type === "http" ? `HTTP ${scheme.scheme}` : `a key in the header ${scheme.name}`;
}

function factory(scheme: SecurityScheme): string {
  if (scheme.type === "apiKey") return "apiKey(key)";
  const name = scheme.scheme.toLowerCase();
  if (name === "basic") return "basic(username, password)";
  if (name === "bearer") return "bearer(token)";
  return `authorization("${scheme.scheme}", (request) => credentials)`;
}
