import { hasEnvironment, neededFactories } from "../describe/auth-factory.ts";
import { runtimeTypes } from "../describe/runtime-names.ts";
import type { Service } from "../describe/service.ts";
import { printNamed } from "../print/named.ts";
import { hasOwnOptions } from "./client-options.ts";

/** What src/index.ts and src/standalone.ts both export, credentials and types, beside more of the runtime's. */
export function printSharedExports(
  service: Service,
  more: { values: readonly string[]; types: readonly string[] },
): string {
  const { sessions, typeName, typedValues } = service;
  const factories = neededFactories(service);
  const ofRuntime = factories.filter((name) => name !== "accessKey");
  const values = typedValues ? ["secret", "typed"] : [];
  const types = runtimeTypes.filter((name) => {
    if (name === "AccessKey") return factories.includes("accessKey");
    if (name === "WireRequest") return factories.includes("authorization");
    if (name === "Secret" || name === "TypedValue") return typedValues !== undefined;
    return name !== "ClientOptions" || !hasOwnOptions(service);
  });
  return [
    factories.includes("accessKey") ? printNamed("export", ["accessKey"], "./access-key.ts") : "",
    printNamed("export", [...ofRuntime, ...values, ...more.values].sort(), "@settled/runtime"),
    printNamed("export type", [...types, ...more.types].sort(), "@settled/runtime"),
    'export type * from "./client.ts";\n',
    hasEnvironment(service) ? printNamed("export", ["fromEnvironment"], "./environment.ts") : "",
    printNamed("export type", ["components"], "./schema.ts"),
    sessions.length > 0 ? printNamed("export", ["session", `type ${typeName}Session`], "./sessions.ts") : "",
    typedValues ? printNamed("export", ["decodeParameters", "encodeParameters"], "./values.ts") : "",
  ].join("");
}
