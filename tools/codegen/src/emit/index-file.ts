import { isPolled } from "../describe/long-running.ts";
import { printCreation } from "../print/creation.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import { hasOwnOptions, printOptions } from "./client-options.ts";
import type { Edition } from "./edition.ts";
import { listedValues } from "./listed-values.ts";
import { printSharedExports } from "./shared-exports.ts";

/** src/index.ts: the package's surface, by name. */
export function emitIndex({ service }: Edition): string {
  const { title, typeName, variableName } = service;
  const [runtimeOptions, ownOptions] = hasOwnOptions(service)
    ? [[], ["ClientOptions"]]
    : [["type ClientOptions"], []];
  const loadWaiting = service.operations.some(isPolled) ? `() => import("./waiting.ts")` : undefined;
  const listed = listedValues(service);
  const declaration = "const listed: ListedValues = ";
  const given = [
    "service",
    "operations",
    "options",
    ...(loadWaiting || listed ? [loadWaiting ?? "undefined"] : []),
  ];
  const imported = [...ownOptions, `${typeName}Client`].sort();
  return `${header(service)}
import { ${[...runtimeOptions, ...(listed ? ["type ListedValues"] : []), "createClient as create"].join(", ")} } from "@settled/runtime";
import { operations } from "./all-operations.ts";
${printNamed("import type", imported, "./client.ts")}\
import { service } from "./service.ts";

${printSharedExports(service, { values: ["RequestError", "unwrap"], types: [] })}
${listed ? `/** The values that are documented as the only ones. */\n${declaration}${printLiteral(listed, "", declaration)};\n\n` : ""}\
/**
 * Creates a client of ${title}.
 *
 * @throws TypeError if an option is wrong: \`baseUrl\` or \`server\` gives no absolute http or https URL, \`auth\` is
 *   of a kind that the service does not document, or a name is no option.
 * @example
 * const ${variableName} = ${printCreation(service).replaceAll("\n", "\n * ")};
 */
export function createClient(${printOptions(service)}): ${typeName}Client {
  return create<${typeName}Client>(${[...given, ...(listed ? ["listed"] : [])].join(", ")});
}
`;
}
