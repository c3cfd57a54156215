import type { Operation } from "../describe/operation.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import type { Edition } from "./edition.ts";

/** src/operations.ts: the document as the runtime needs it, and no more, since it is shipped. */
export function emitOperations({ service }: Edition): string {
  const description = {
    servers: service.servers.map(({ url, variables }) => ({
      url,
      variables: variables && describeVariables(variables),
    })),
    securitySchemes: Object.fromEntries(
      Object.entries(service.securitySchemes).map(([name, { type, scheme, in: where, name: key }]) => [
        name,
        type === "http" ? { type, scheme } : { type, in: where, name: key },
      ]),
    ),
    operations: Object.fromEntries(
      service.operations.map((operation) => [operation.id, describeOperation(operation)]),
    ),
  };
  const declaration = "export const service: ServiceDescription = ";
  return `${header(service)}
import type { ServiceDescription } from "@settled/runtime";

/** What the runtime needs to know of ${service.title}. */
${declaration}${printLiteral(description, "", declaration)};
`;
}

function describeVariables(variables: Record<string, { default: string; enum?: string[] }>): object {
  const entries = Object.entries(variables);
  return Object.fromEntries(
    entries.map(([name, { default: value, enum: all }]) => [name, { default: value, enum: all }]),
  );
}

function describeOperation({ method, path, arguments: args, body, responses, security }: Operation): object {
  const parameters = args.filter((argument) => argument.in !== "member" && argument.in !== "body");
  const mediaTypes = new Set(responses.flatMap((response) => response.mediaTypes));
  return {
    method,
    path,
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.in])),
    body: body && {
      mediaType: body.mediaType,
      required: body.required || undefined,
      members: body.flat
        ? args.filter((argument) => argument.in === "member").map(({ name }) => name)
        : undefined,
    },
    accept: [...mediaTypes].join(", ") || "*/*",
    security,
  };
}
