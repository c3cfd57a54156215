import { inBandCode } from "../describe/error-code.ts";
import { Call, Expression } from "../describe/expression.ts";
import type { Field } from "../describe/fields.ts";
import { describeLongRunning, isPolled, jsonTexts } from "../describe/long-running.ts";
import { isForm } from "../describe/media-type.ts";
import { isSafeMethod, type Operation } from "../describe/operation.ts";
import { pointerTo } from "../describe/pointer-to.ts";
import { ownWaiting } from "../describe/waiting.ts";
import { serverDescription } from "./servers.ts";

/** One operation as the runtime needs it; what is undefined is not printed. */
export function operationDescription(operation: Operation, all: readonly Operation[]): object {
  const { id, method, path, servers, arguments: args, body, responses, serialize, safe } = operation;
  const parameters = args.filter((argument) => argument.in !== "member" && argument.in !== "body");
  const members = args.filter((argument) => argument.in === "member");
  const mediaTypes = new Set(responses.flatMap((response) => response.mediaTypes));
  return {
    id,
    method,
    path,
    ownServer: servers?.[0] && new Call("ownServer", serverDescription(servers[0])),
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.in])),
    body: body && {
      mediaType: body.mediaType,
      write: formWriter(body.mediaType),
      required: body.required || undefined,
      members: body.flat ? members.map(({ name }) => name) : undefined,
    },
    serialize: Object.keys(serialize).length > 0 ? new Call("serialization", serialize) : undefined,
    accept: [...mediaTypes].join(", ") || "*/*",
    responses: Object.fromEntries(responses.map(({ status, kind }) => [status, kind])),
    security: operation.security,
    safe: safe === isSafeMethod(method) ? undefined : safe,
    idempotencyToken: operation.idempotencyToken,
    inBand: inBandDescription(operation),
    paging: operation.paging,
    links: linkDescriptions(operation),
    lro: isPolled(operation) ? longRunningDescription(operation, all) : undefined,
  };
}

/** What the runtime has a function for, so that a bundle holds it only if it is needed. */
function formWriter(mediaType: string): Expression | undefined {
  if (!isForm(mediaType)) return undefined;
  return new Expression(/^multipart/i.test(mediaType) ? "multipart" : "form");
}

function inBandDescription({ responses }: Operation): object | undefined {
  const [code] = responses.flatMap(({ ok, fields }) => (ok && inBandCode(fields)) || []);
  return code && { code: pointerTo(code.field), success: code.success };
}

function linkDescriptions({ responses }: Operation): object[] | undefined {
  const links = responses.flatMap(({ status, links }) =>
    links.flatMap(({ cancels, comesToRest: _, behaviour: __, ...link }) =>
      cancels ? [] : [{ status, ...link }],
    ),
  );
  return links.length > 0 ? links : undefined;
}

function longRunningDescription(operation: Operation, all: readonly Operation[]): object {
  const outcome = describeLongRunning(operation);
  const json = jsonTexts(outcome);
  const { several, cancel } = ownWaiting(operation, all);
  const at = (field: Field | undefined) => field && pointerTo(field);
  return {
    status: at(outcome.status),
    result: at(outcome.result),
    error: at(outcome.error),
    progress: at(outcome.progress),
    json: json.length > 0 ? json : undefined,
    several,
    states: outcome.status?.schema["x-lro-status"],
    expires: outcome.status?.schema["x-lro-expires"],
    cancel,
  };
}
