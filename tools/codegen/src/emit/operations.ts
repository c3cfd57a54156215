import type { Service } from "../describe/service.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import type { Edition } from "./edition.ts";
import { operationDescription } from "./operation-description.ts";
import { serverDescription } from "./servers.ts";

/** src/operations.ts: the document as the runtime needs it, and no more, since it is shipped. */
export function emitOperations({ service }: Edition): string {
  const description = {
    servers: service.servers.map(serverDescription),
    securitySchemes: mapValues(service.securitySchemes, ({ type, scheme, in: where, name }) =>
      type === "http" ? { type, scheme } : { type, in: where, name },
    ),
    sessions: mapValues(service.securitySchemes, (scheme) => scheme["x-session"]),
    environment: mapValues(service.securitySchemes, (scheme) => scheme["x-environment"]),
    throttling: service.throttling,
    rpc: rpcDescription(service),
    mediaTypeVersion: service.mediaTypeVersion,
    operations: Object.fromEntries(
      service.operations.map((operation) => [operation.id, operationDescription(operation)]),
    ),
  };
  const declaration = "export const service: ServiceDescription = ";
  return `${header(service)}
import type { ServiceDescription } from "@settled/runtime";

/** What the runtime needs to know of ${service.title}. */
${declaration}${printLiteral(description, "", declaration)};
`;
}

function rpcDescription({ rpc, apiVersion }: Service): object | undefined {
  if (!rpc) return undefined;
  const { path, operation, version } = rpc;
  return { path, headers: { operation, version }, version: apiVersion };
}

/** The same keys with other values; none if no value is left. */
function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => unknown,
): object | undefined {
  const entries = Object.entries(record).map(([name, value]) => [name, map(value)] as const);
  const left = entries.filter(([, value]) => value !== undefined);
  return left.length > 0 || entries.length === 0 ? Object.fromEntries(left) : undefined;
}
