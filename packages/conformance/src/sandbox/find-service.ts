import type { Document, Operation } from "../document/document.ts";
import { remember } from "../remember.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { defaultBasePath, findOperation, type Route } from "./find-operation.ts";
import { pathStart } from "./path-of.ts";
import type { Bases } from "./request/route-table.ts";
import type { Service } from "./service.ts";

/** The service that a request is for, and what it is looked for as; or what stands in its way. */
export type Destination =
  | { readonly service: Service; readonly operation: Operation; readonly routed: SentRequest }
  | Refusal;

type Refusal = Extract<Route, { operation?: undefined }> & {
  readonly service?: undefined;
  /** The service that would know what the request names, if it had it. */
  readonly nearest?: Service;
};

/** Where a service stands when there are several: `/<name of its document>`. */
export const prefixOf: (name: string) => string = remember((name) => `/${encodeURIComponent(name)}`);

/**
 * Finds the service that a request is for: the one whose name its path begins with, if that one has an operation
 * below it; else the first that has one for the whole path. What stands below a documented base path goes before what
 * would fit without it: `/jobs/v1/…` is not `/v1/…` of a document called jobs, if `/jobs/v1` is its base path.
 *
 * @param bases whether a path has to begin with the base path of its document, as at a real service
 */
export function findService(
  services: readonly Service[],
  request: SentRequest,
  bases: Bases = "any",
): Destination {
  const readings = readingsOf(services, request);
  for (const { service, routed } of bases === "any" ? readings : []) {
    const { operation } = routeOf(service.document, routed, "documented");
    if (operation) return { service, operation, routed };
  }
  let refusal: Refusal = { status: 404, allow: [] };
  for (const { service, routed } of readings) {
    const route = routeOf(service.document, routed, bases);
    if (route.operation) return { service, operation: route.operation, routed };
    refusal = telling(refusal, route, service);
  }
  return refusal;
}

/** Of two refusals, the one that says more of what stands in the way. */
function telling(
  before: Refusal,
  route: Exclude<Route, { operation: Operation }>,
  service: Service,
): Refusal {
  if (route.status === 405 && before.status !== 405) return route;
  if (before.status !== 404) return before;
  if (route.missing !== undefined) return route;
  return route.unknown !== undefined && !before.nearest ? { ...route, nearest: service } : before;
}

/** What a request may be for: with the name of a service before its path, or as it is. */
function readingsOf(
  services: readonly Service[],
  request: SentRequest,
): { readonly service: Service; readonly routed: SentRequest }[] {
  const start = pathStart(request.url);
  const prefixed = services.flatMap((service) => {
    const url = withoutPrefix(request.url, start, prefixOf(service.document.name));
    return url === undefined ? [] : [{ service, routed: { ...request, url } }];
  });
  return [...prefixed, ...services.map((service) => ({ service, routed: request }))];
}

function routeOf(document: Document, request: SentRequest, bases: Bases): Route {
  const route = findOperation(document, request, bases);
  if (route.operation) return route;
  if (route.status === 405) {
    const refusal = { ...route, allow: allowed(route.allow) };
    return request.method === "HEAD" ? asGet(document, request, bases, refusal) : refusal;
  }
  const { operation } = bases === "documented" ? findOperation(document, request) : {};
  return operation ? { ...route, missing: defaultBasePath(document, operation) } : route;
}

/** RFC 9110 §9.3.2: HEAD is GET without the content, where the document has no HEAD of its own. */
function asGet(document: Document, request: SentRequest, bases: Bases, refusal: Route): Route {
  const route = findOperation(document, { ...request, method: "GET" }, bases);
  return route.operation ? route : refusal;
}

/** The methods that are answered where some are documented, each once. */
function allowed(documented: readonly string[]): string[] {
  return [...new Set(documented.flatMap((method) => (method === "GET" ? [method, "HEAD"] : [method])))];
}

function withoutPrefix(url: string, start: number, prefix: string): string | undefined {
  if (!url.startsWith(prefix, start)) return undefined;
  const rest = url.slice(start + prefix.length);
  if (rest !== "" && !/^[/?]/.test(rest)) return undefined;
  return `${url.slice(0, start)}${rest.startsWith("/") ? "" : "/"}${rest}`;
}
