import type { Argument } from "../describe/arguments.ts";
import { Call, Expression } from "../describe/expression.ts";
import { describeFollowers } from "../describe/followers.ts";
import { isPolled } from "../describe/long-running.ts";
import { isForm } from "../describe/media-type.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { describeCanceling, waitsApart } from "../describe/waiting.ts";
import { longRunningDescription } from "./long-running-description.ts";
import { inBandMark } from "./marks.ts";
import { memberPath } from "./member-path.ts";
import { serverDescription } from "./servers.ts";
import { withoutRelease } from "./without-release.ts";

/** As the runtime needs it where nothing is loaded later: with what waiting needs of it, unless that stands apart. */
export function wholeDescription(operation: Operation, service: Service): object {
  const isWithin = isPolled(operation) && !waitsApart(operation, service.operations);
  return {
    ...operationDescription(operation, service),
    lro: isWithin ? longRunningDescription(operation) : undefined,
  };
}

/** One operation as the runtime needs it to be called; what is undefined is not printed. */
export function operationDescription(operation: Operation, service: Service): object {
  const { id, method, path, servers, arguments: args, body, responses, serialize, safe } = operation;
  const mediaTypes = new Set(responses.flatMap((response) => response.mediaTypes));
  return {
    id,
    method,
    path,
    ownServer: servers?.[0] && new Call("ownServer", serverDescription(servers[0])),
    parameters: Object.fromEntries(args.map((argument) => [argument.name, placeOf(argument, operation)])),
    body: body && {
      mediaType: withoutRelease(body.mediaType, service),
      write: bodyWriter(body.mediaType),
      required: body.required || undefined,
    },
    serialize: Object.keys(serialize).length > 0 ? serializationOf(serialize) : undefined,
    accept: withoutRelease([...mediaTypes].join(", "), service) || "*/*",
    responses: Object.fromEntries(responses.map(({ status, kind }) => [status, kind])),
    security: isUsual(operation, service) ? undefined : operation.security,
    safe: safe || undefined,
    idempotencyToken: operation.idempotencyToken && new Call("idempotencyToken", operation.idempotencyToken),
    inBand: inBandDescription(operation),
    paging: operation.paging && pagingDescription(operation.paging),
    links: linkDescriptions(operation, service),
    cancels: describeCanceling(operation, service.operations),
  };
}

/** Whether it is open to each of the service's schemes, in their order: then there is no need to say so. */
function isUsual({ security }: Operation, { securitySchemes }: Service): boolean {
  return JSON.stringify(security) === JSON.stringify(Object.keys(securitySchemes).map((name) => [name]));
}

function pagingDescription({ next, items, total, ...parameters }: NonNullable<Operation["paging"]>): object {
  const at = (pointer: string | undefined) => (pointer === undefined ? undefined : memberPath(pointer));
  return { ...parameters, next: at(next), items: at(items), total: at(total) };
}

// What the runtime has a function for stands here by its name, so that a bundle holds it only if it is needed.

/** `inPath`, `inQuery`, `inPlainQuery`, `inHeader`, `inCookie`, `inMember` or `inBody`. */
function placeOf(argument: Argument, { arguments: all, serialize }: Operation): Expression {
  const isPlain = all.every(
    (other) => other.in !== "query" || other.plain || Object.hasOwn(serialize, other.name),
  );
  if (argument.in === "query" && isPlain) return new Expression("inPlainQuery");
  return new Expression(`in${argument.in.charAt(0).toUpperCase()}${argument.in.slice(1)}`);
}

function serializationOf(serialize: Operation["serialize"]): Call {
  const functions = { json: new Expression("asJson"), flat: new Expression("flat") };
  return new Call(
    "serialization",
    Object.fromEntries(Object.entries(serialize).map(([name, way]) => [name, functions[way]])),
  );
}

function bodyWriter(mediaType: string): Expression {
  if (!isForm(mediaType)) return new Expression("json");
  return new Expression(/^multipart/i.test(mediaType) ? "multipart" : "form");
}

function inBandDescription(operation: Operation): Call | undefined {
  const code = inBandMark(operation);
  return code && new Call("inBand", code);
}

/** The links that the runtime follows: from what starts something to what tells how it goes, and of a login. */
function linkDescriptions(operation: Operation, { operations, sessions }: Service): object[] | undefined {
  const chained = sessions.flatMap(({ login, next }) => (login === operation && next ? [next] : []));
  const followed = new Set([...describeFollowers(operation, operations), ...chained].map(({ id }) => id));
  const links = operation.responses.flatMap(({ status, links }) =>
    links.flatMap(({ cancels, comesToRest: _, behaviour: __, ...link }) =>
      cancels || !followed.has(link.operationId) ? [] : [{ status, ...link }],
    ),
  );
  return links.length > 0 ? links : undefined;
}
