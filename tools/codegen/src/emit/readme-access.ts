import { authFactory } from "../describe/auth-factory.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { printDuration } from "../print/duration.ts";
import { printTable } from "../print/table.ts";
import type { SecuritySchemeObject, Session } from "../spec/document.ts";

/** What a user needs to know to be let in: how to log in, what holds credentials, how often one may ask. */
export function accessSections(service: Service): string[] {
  return [
    loginSection(service),
    environmentSection(service),
    versionSection(service),
    throttlingSection(service),
  ];
}

function loginSection({ securitySchemes, operations }: Service): string {
  const rows = Object.values(securitySchemes).flatMap((scheme) =>
    (scheme["x-session"] ?? []).map((session) => sessionRow(scheme, session, operations)),
  );
  if (rows.length === 0) return "";
  return `## Logging in\n\n${printTable(["log in with", "its answer has the token in", "give it to", "it lapses", "log out with"], rows)}`;
}

function sessionRow(
  scheme: SecuritySchemeObject,
  { login, token, logout, ...life }: Session,
  operations: readonly Operation[],
): string[] {
  // A login that needs what another one answers is linked from it.
  const first = operations.filter(({ responses }) =>
    responses.some(({ links }) => links.some(({ operationId }) => operationId === login)),
  );
  return [
    [`\`${login}\``, ...first.map(({ id }) => `after \`${id}\``)].join(", "),
    printPlace(token),
    `\`${authFactory(scheme)}(token)\``,
    printLife(life),
    logout ? `\`${logout}\`` : "",
  ];
}

/** A runtime expression (OAS 3.1.1 §4.8.20.4) in words. */
function printPlace(expression: string): string {
  const [, where, name] = /^\$response\.(header\.|body#\/)(.*)$/.exec(expression) ?? [];
  if (!name) return `\`${expression}\``;
  return where === "header." ? `the header \`${name}\`` : `\`${name.replaceAll("/", ".")}\``;
}

function printLife({ idle, lifetime, expires }: Pick<Session, "idle" | "lifetime" | "expires">): string {
  return [
    idle && `${printDuration(idle)} after the last request`,
    lifetime && `${printDuration(lifetime)} after the login`,
    expires && `when ${printPlace(expires)} says`,
  ]
    .filter(Boolean)
    .join(", ");
}

function environmentSection({ securitySchemes }: Service): string {
  const rows = Object.entries(securitySchemes).flatMap(([name, scheme]) =>
    Object.entries(scheme["x-environment"] ?? {}).map(([part, variables]) => [
      `\`${name}\``,
      part,
      variables.map((variable) => `\`${variable}\``).join(", "),
    ]),
  );
  if (rows.length === 0) return "";
  return `## Credentials in the environment

By custom they stand in these variables; of several, the first that is set wins.

${printTable(["security scheme", "part", "variables"], rows)}`;
}

function versionSection({ mediaTypeVersion, variableName }: Service): string {
  if (!mediaTypeVersion) return "";
  const { default: written, versions } = mediaTypeVersion;
  const known = versions.map((version) => `\`"${version}"\``).join(", ");
  const other = versions.findLast((version) => version !== written) ?? written;
  return `## Versions

The media types tell releases apart. The types of this package are written for \`"${written}"\`, which is also what is \
asked for; \`const ${variableName} = createClient({ version: "${other}", … })\` asks for another. Known are ${known}.`;
}

function throttlingSection({ throttling }: Service): string {
  if (!throttling) return "";
  const { statuses = [], codes = [], retryAfter } = throttling;
  const signs = [
    ...statuses.map((status) => `the status ${status}`),
    ...(codes.length > 0 ? [`one of the codes ${codes.map((code) => `\`${code}\``).join(", ")}`] : []),
  ];
  const told = signs.length > 0 ? `Who asks too often is answered with ${signs.join(", or ")}.` : "";
  const unit = retryAfter?.unit === "ms" ? "milliseconds" : "seconds";
  const wait = retryAfter ? `The header \`${retryAfter.header}\` says in ${unit} how long to wait.` : "";
  return `## Throttling\n\n${[told, wait].filter(Boolean).join(" ")}`;
}
