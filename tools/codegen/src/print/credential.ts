import { authFactory, hasEnvironment } from "../describe/auth-factory.ts";
import type { Service } from "../describe/service.ts";
import type { SessionWay } from "../describe/sessions.ts";
import type { SecuritySchemeObject } from "../spec/security-scheme.ts";
import { printKey } from "./literal.ts";

/** How the first example is authenticated: what it calls, and the name of that. */
export interface PrintedCredential {
  readonly factories: readonly string[];
  readonly code: string;
}

/** From the environment if there is a custom for it, otherwise as the first operation that asks for any has it. */
export function printFirstCredential(service: Service): PrintedCredential | undefined {
  const [first] = Object.keys(service.securitySchemes);
  if (!first) return undefined;
  if (hasEnvironment(service)) return { factories: ["fromEnvironment"], code: "fromEnvironment()" };
  const [way] = service.sessions;
  if (way) return { factories: ["session"], code: `session(${printInputs(way)})` };
  const asked = service.operations.find(({ security }) => security.length > 0);
  return printCredentials(service, asked?.security[0] ?? [first]);
}

/** What serves these schemes together. No example holds a secret. */
export function printCredentials(
  { securitySchemes }: Pick<Service, "securitySchemes">,
  names: readonly string[],
): PrintedCredential {
  const keys = Object.values(securitySchemes).filter((scheme) => authFactory(scheme) === "apiKey");
  const factories = new Set<string>();
  const made = names.flatMap((name) => {
    const scheme = securitySchemes[name];
    if (!scheme) return [];
    const factory = authFactory(scheme);
    factories.add(factory);
    // Of several keys, each says which it is.
    const which = factory === "apiKey" && keys.length > 1 ? `, ${JSON.stringify(name)}` : "";
    return [`${factory}(${given[factory](scheme)}${which})`];
  });
  return { factories: [...factories], code: made.length > 1 ? `[${made.join(", ")}]` : made.join() };
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
