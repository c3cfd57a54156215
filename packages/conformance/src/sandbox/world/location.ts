import { parseUrl } from "../../wire/parse-url.ts";
import { pathPattern } from "../find-operation.ts";
import type { Received } from "../received.ts";
import type { Link } from "./links.ts";
import { type Evaluated, fillIn } from "./runtime-expression.ts";

/**
 * The address of what a link leads to, below the address that the request was sent to. In the form of a sample:
 * with the origin or without, with a slash at the end or without.
 *
 * @returns `undefined` where an argument of the path is missing
 */
export function locationOf(
  { document, operation, request }: Received,
  { target, parameters }: Link,
  over: Evaluated,
  sample: string,
): string | undefined {
  if (document.rpc) return undefined;
  const url = parseUrl(request.url);
  const base = url.pathname.replace(new RegExp(`${pathPattern(operation.path)}/?$`), "");
  let isWhole = true;
  const path = target.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = parameters[name] === undefined ? undefined : fillIn(parameters[name], over);
    if (value === undefined) isWhole = false;
    return encodeURIComponent(String(value));
  });
  if (!isWhole) return undefined;
  const origin = /^https?:/.test(sample) ? url.origin : "";
  return `${origin}${base}${path}${sample.endsWith("/") ? "/" : ""}`;
}
