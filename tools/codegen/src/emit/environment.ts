import { hasAccessKey, hasEnvironment } from "../describe/auth-factory.ts";
import { printNeeded } from "../print/creation.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";

/** src/environment.ts: credentials from the variables that the vendor's own tools read. */
export function emitEnvironment({ service }: Edition): string | undefined {
  if (!hasEnvironment(service)) return undefined;
  const { title, variableName, securitySchemes, sessions } = service;
  const environment = Object.fromEntries(
    Object.entries(securitySchemes).flatMap(([name, scheme]) =>
      scheme["x-environment"] ? [[name, scheme["x-environment"]]] : [],
    ),
  );
  const variables = Object.entries(environment).flatMap(([name, parts]) =>
    Object.entries(parts).map(
      ([part, names]) =>
        ` * - ${part} (\`${name}\`): ${names.map((variable) => `\`${variable}\``).join(", or ")}\n`,
    ),
  );
  const own = sessions.length > 0 ? ["createSession"] : [];
  const makers = [
    ...(sessions.length > 0 ? ["sessions", ...own] : []),
    ...(hasAccessKey(service) ? ["accessKey"] : []),
  ];
  const used = ["service", "environment", ...makers].join(", ");
  return `${header(service)}
${printNamed("import", ["type Credential", ...own, "credentialFromEnvironment"], "@settled/runtime")}\
${hasAccessKey(service) ? 'import { accessKey } from "./access-key.ts";\n' : ""}\
import { service } from "./service.ts";
${sessions.length > 0 ? 'import { sessions } from "./sessions.ts";\n' : ""}
const environment = ${printLiteral(environment, "", "const environment = ")};

/**
 * Makes a credential of ${title} from environment variables:
 *
${variables.join("")} *
 * @param env - the variables; by default those of the process
 * @throws TypeError if they hold no complete credential; it says which are missing.
 * @example
 * const ${variableName} = createClient({ ${printNeeded(service)}auth: fromEnvironment() });
 */
export function fromEnvironment(env?: Readonly<Record<string, string | undefined>>): Credential {
  return credentialFromEnvironment({ ${used} }, env);
}
`;
}
