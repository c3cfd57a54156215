import { authFactory } from "../describe/auth-factory.ts";
import type { Service } from "../describe/service.ts";
import { printCredentials, printInputs } from "../print/credential.ts";
import type { Example } from "../print/example.ts";

/** A credential of each kind but those from the environment. */
export function credentialExamples(service: Service): Example[] {
  const kinds = Map.groupBy(Object.entries(service.securitySchemes), ([, scheme]) => authFactory(scheme));
  const session = sessionExample(service);
  return [
    ...(session ? [session] : []),
    ...[...kinds].map(([kind, schemes]) => {
      const names = schemes.map(([name]) => name);
      const { factories, code } = printCredentials(service, kind === "apiKey" ? names : names.slice(-1));
      return { imports: factories, code: `const auth = ${code};\n` };
    }),
  ];
}

/** The first way to log in. */
export function sessionExample({ sessions }: Service): Example | undefined {
  const [way] = sessions;
  return way && { imports: ["session"], code: `const auth = session(${printInputs(way)});\n` };
}
