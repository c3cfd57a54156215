import { authFactory } from "../describe/auth-factory.ts";
import type { Service } from "../describe/service.ts";
import { printCredential, printInputs } from "../print/credential.ts";
import type { Example } from "../print/example.ts";

/** A credential of each kind but those from the environment. */
export function credentialExamples(service: Service): Example[] {
  const schemes = new Map(
    Object.values(service.securitySchemes).map((scheme) => [authFactory(scheme), scheme]),
  );
  const session = sessionExample(service);
  return [
    ...(session ? [session] : []),
    ...[...schemes.values()].map((scheme) => {
      const { factory, code } = printCredential(scheme);
      return { imports: [factory], code: `const auth = ${code};\n` };
    }),
  ];
}

/** The first way to log in. */
export function sessionExample({ sessions }: Service): Example | undefined {
  const [way] = sessions;
  return way && { imports: ["session"], code: `const auth = session(${printInputs(way)});\n` };
}
