import type { Operation } from "../document/document.ts";
import { remember } from "../remember.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { findOperation, type Route } from "./find-operation.ts";
import { pathStart } from "./path-of.ts";
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
 * below it; else the first that has one for the whole path.
 */
export function findService(services: readonly Service[], request: SentRequest): Destination {
  let refusal: Refusal = { status: 404, allow: [] };
  const start = pathStart(request.url);
  for (const service of services) {
    const url = withoutPrefix(request.url, start, prefixOf(service.document.name));
    const found = url === undefined ? undefined : ask(service, { ...request, url });
    if (found) return found;
  }
  for (const service of services) {
    const found = ask(service, request);
    if (found) return found;
  }
  return refusal;

  function ask(service: Service, routed: SentRequest): Destination | undefined {
    const route = findOperation(service.document, routed);
    if (route.operation) return { service, operation: route.operation, routed };
    if (route.status === 405 && refusal.status !== 405) refusal = route;
    else if (route.unknown !== undefined && refusal.status === 404 && !refusal.nearest) {
      refusal = { ...route, nearest: service };
    }
    return undefined;
  }
}

function withoutPrefix(url: string, start: number, prefix: string): string | undefined {
  if (!url.startsWith(prefix, start)) return undefined;
  const rest = url.slice(start + prefix.length);
  if (rest !== "" && !/^[/?]/.test(rest)) return undefined;
  return `${url.slice(0, start)}${rest.startsWith("/") ? "" : "/"}${rest}`;
}
