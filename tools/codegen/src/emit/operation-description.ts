import type { Field } from "../describe/fields.ts";
import { describeLongRunning, isPolled } from "../describe/long-running.ts";
import { isSafeMethod, type Operation } from "../describe/operation.ts";
import { serverDescription } from "./servers.ts";

/** One operation as the runtime needs it; what is undefined is not printed. */
export function operationDescription(operation: Operation): object {
  const { method, path, servers, arguments: args, body, responses, serialize, safe } = operation;
  const parameters = args.filter((argument) => argument.in !== "member" && argument.in !== "body");
  const members = args.filter((argument) => argument.in === "member");
  const mediaTypes = new Set(responses.flatMap((response) => response.mediaTypes));
  return {
    method,
    path,
    servers: servers?.map(serverDescription),
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.in])),
    body: body && {
      mediaType: body.mediaType,
      required: body.required || undefined,
      members: body.flat ? members.map(({ name }) => name) : undefined,
    },
    serialize: Object.keys(serialize).length > 0 ? serialize : undefined,
    accept: [...mediaTypes].join(", ") || "*/*",
    security: operation.security,
    safe: safe === isSafeMethod(method) ? undefined : safe,
    idempotencyToken: operation.idempotencyToken,
    paging: operation.paging,
    links: linkDescriptions(operation),
    lro: isPolled(operation) ? longRunningDescription(operation) : undefined,
  };
}

function linkDescriptions({ responses }: Operation): object[] | undefined {
  const links = responses.flatMap(({ status, links }) => links.map((link) => ({ status, ...link })));
  return links.length > 0 ? links : undefined;
}

function longRunningDescription(operation: Operation): object {
  const { status, result, error, progress } = describeLongRunning(operation);
  return {
    status: pointerTo(status),
    result: pointerTo(result),
    error: pointerTo(error),
    progress: pointerTo(progress),
    states: status?.schema["x-lro-status"],
  };
}

/** RFC 6901 §3; a step `*` is every item of a list, which a pointer has no sign for. */
function pointerTo(field: Field | undefined): string | undefined {
  return field?.path
    .map((step) => (step === "[]" ? "/*" : `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`))
    .join("");
}
