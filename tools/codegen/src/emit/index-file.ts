import { neededFactories } from "../describe/auth-factory.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { printCreation } from "../print/creation.ts";
import { header } from "../print/header.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";

/** src/index.ts: the package's surface, by name. */
export function emitIndex({ service }: Edition): string {
  const { title, typeName, operations } = service;
  const types = [...operations.flatMap(operationTypes), `${typeName}Client`, `${typeName}Operations`].sort();
  const factories = neededFactories(service);
  const versioned = versionedOptions(service);
  const exported = runtimeTypes.filter((name) => !versioned || name !== "ClientOptions");
  const unknownVersion = versioned ? ", or if there is no such version" : "";
  return `${header(service)}
import { ${versioned ? "type ClientOptions as Options" : "type ClientOptions"}, createClient as create } from "@settled/runtime";
import type { ${typeName}Client, ${typeName}Operations } from "./client.ts";
import { service } from "./operations.ts";
import type { paths } from "./schema.ts";

${factories.length > 0 ? printNamed("export", factories, "@settled/runtime") : ""}\
${printNamed("export type", exported, "@settled/runtime")}\
${printNamed("export type", types, "./client.ts")}\
export type { components, operations, paths } from "./schema.ts";

${versioned}/**
 * Creates a client of ${title}.
 *
 * @throws TypeError if \`baseUrl\` or \`server\` gives no absolute http or https URL, or if \`auth\` is of a kind
 *   that the service does not document${unknownVersion}.
 * @example
 * \`\`\`ts
 * const ${service.variableName} = ${printCreation(service).replaceAll("\n", "\n * ")};
 * \`\`\`
 */
export function createClient(options: ClientOptions = {}): ${typeName}Client {
  return create<${typeName}Operations, paths>(service, options);
}
`;
}

/** The options of a client whose media types tell releases apart. */
function versionedOptions({ mediaTypeVersion }: Service): string {
  if (!mediaTypeVersion) return "";
  const versions = mediaTypeVersion.versions.map((version) => JSON.stringify(version)).join(" | ");
  return `/** What a client is created with. */
export interface ClientOptions extends Options {
  /**
   * The release whose media types are sent and asked for; by default ${JSON.stringify(mediaTypeVersion.default)}, for which the
   * types of this package are written.
   */
  readonly version?: ${versions} | undefined;
}

`;
}

const runtimeTypes = [
  "CallOptions",
  "ClientOptions",
  "Credential",
  "Failure",
  "Success",
  "UndocumentedStatus",
];

function operationTypes({ typeName, body }: Operation): string[] {
  return [`${typeName}Arguments`, ...(body ? [`${typeName}Body`] : []), `${typeName}Result`];
}
