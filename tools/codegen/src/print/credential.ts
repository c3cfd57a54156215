import { authFactory, hasEnvironment } from "../describe/auth-factory.ts";
import type { Service } from "../describe/service.ts";
import type { SessionWay } from "../describe/sessions.ts";
import type { SecuritySchemeObject } from "../spec/security-scheme.ts";
import { printKey } from "./literal.ts";

/** How the first example is authenticated: what it calls, and the name of that. */
export interface PrintedCredential {
  readonly factory: string;
  readonly code: string;
}

/** From the environment if there is a custom for it, otherwise by the document's first scheme. */
export function printFirstCredential(service: Service): PrintedCredential | undefined {
  const [scheme] = Object.values(service.securitySchemes);
  if (!scheme) return undefined;
  if (hasEnvironment(service)) return { factory: "fromEnvironment", code: "fromEnvironment()" };
  const [way] = service.sessions;
  return way ? { factory: "session", code: `session(${printInputs(way)})` } : printCredential(scheme);
}

/** What the factory of a scheme takes. No example holds a secret. */
export function printCredential(scheme: SecuritySchemeObject): PrintedCredential {
  const factory = authFactory(scheme);
  return { factory, code: `${factory}(${given[factory](scheme)})` };
}

const given = {
  accessKey: () => '{ accessKeyId: "…", accessKeySecret: "…" }',
  apiKey: () => '"token"',
  authorization: ({ scheme }: SecuritySchemeObject) => `${JSON.stringify(scheme)}, "…"`,
  basic: () => '"user", "password"',
  bearer: () => '"token"',
};

/** What must be given for a way to log in. */
export function printInputs({ inputs }: SessionWay): string {
  const required = Object.entries(inputs).flatMap(([name, isRequired]) =>
    isRequired ? [`${printKey(name)}: "…"`] : [],
  );
  return required.length > 0 ? `{ ${required.join(", ")} }` : "{}";
}
