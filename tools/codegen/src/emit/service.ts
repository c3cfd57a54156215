import { errorCodePointers } from "../describe/error-code-pointers.ts";
import { Call, Expression } from "../describe/expression.ts";
import type { Service } from "../describe/service.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { SecuritySchemeObject } from "../spec/security-scheme.ts";
import type { Edition } from "./edition.ts";
import { memberPath } from "./member-path.ts";
import { serverDescription } from "./servers.ts";

/** src/service.ts: what the runtime needs to know of the whole, whichever operation is called. */
export function emitService({ service }: Edition): string {
  const { title, servers, securitySchemes, throttling, requestId, operations, mediaTypeVersion } = service;
  const errorCodes = errorCodePointers(operations);
  const description = {
    servers: servers.map(serverDescription),
    securitySchemes: Object.fromEntries(
      Object.entries(securitySchemes).map(([name, scheme]) => [name, schemeDescription(scheme)]),
    ),
    throttling: throttling && throttlingCall(throttling),
    requestId: requestId?.map(placeOf),
    errorCodes: errorCodes.length > 0 ? errorCodes.map(memberCall) : undefined,
    rpc: rpcDescription(service),
    versions: mediaTypeVersion && new Call("mediaTypeVersions", mediaTypeVersion.default),
  };
  const declaration = "export const service: ServiceDescription = ";
  const literal = printLiteral(description, "", declaration);
  const functions = makers.filter((name) => literal.includes(`/* @__PURE__ */ ${name}(`));
  return `${header(service)}
${functions.length > 0 ? printNamed("import", functions, "@settled/runtime") : ""}\
${printNamed("import type", ["ServiceDescription"], "@settled/runtime")}\

/** What the runtime needs to know of ${title}. */
${declaration}${literal};
`;
}

const makers = [
  "askedBy",
  "atHeader",
  "atMember",
  "mediaTypeVersions",
  "rpc",
  "serverTemplate",
  "throttling",
];

function throttlingCall({ codes, retryAfter, ...more }: NonNullable<Service["throttling"]>): Call {
  const description = {
    ...more,
    codes: codes?.map(codePattern),
    retryAfter: retryAfter && new Call("askedBy", retryAfter),
  };
  return new Call("throttling", description);
}

/** Of a code, or of all that begin as it does up to its `*`. */
function codePattern(code: string | number): Expression {
  const [, start = "", all] = /^(.*?)(\*?)$/s.exec(`${code}`) ?? [];
  return new Expression(`/^${start.replace(/[^\w-]/g, "\\$&")}${all ? "" : "$"}/`);
}

function schemeDescription({ type, scheme, in: where, name, ...more }: SecuritySchemeObject): object {
  if (type !== "http") return { type, in: where, name };
  return { type, scheme, isSigned: more["x-signature"] ? true : undefined };
}

/** Of a runtime expression (OAS 3.1.1 §4.8.20.4): the header, its name in lower case, or the member of the body. */
function placeOf(expression: string): Call {
  const place = expression.replace(/^\$response\.(header\.|body#)/, "");
  return place.startsWith("/") ? memberCall(place) : new Call("atHeader", place.toLowerCase());
}

function memberCall(pointer: string): Call {
  return new Call("atMember", memberPath(pointer));
}

function rpcDescription({ rpc, apiVersion }: Service): Call | undefined {
  if (!rpc) return undefined;
  const { path, operation, version } = rpc;
  return new Call("rpc", { path, headers: { operation, version }, version: apiVersion });
}
