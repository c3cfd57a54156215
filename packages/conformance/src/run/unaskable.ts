import { doClash, formatRequirement } from "../document/carriable-requirements.ts";
import type { Document, Operation } from "../document/document.ts";
import { wirePath } from "../document/request-url.ts";

/**
 * Why no request can be made for an operation, by what its parameters, statuses, path and security are; `undefined`
 * where one can.
 */
export function unaskable(document: Document, operation: Operation): string | undefined {
  return (
    unheardOf(operation) ??
    unspoken(operation) ??
    unsent(wirePath(document, operation)) ??
    uncarried(document, operation)
  );
}

// OAS 3.1.1 §4.8.12.1; `body` and `formData` were places in 2.0, where they are brought up to request bodies.
const PLACES: readonly string[] = ["path", "query", "header", "cookie"];

/** What OpenAPI has no such thing of: nobody could tell what is meant by it. */
function unheardOf({ parameters, responses }: Operation): string | undefined {
  const stray = parameters.find((parameter) => !PLACES.includes(parameter.in));
  if (stray) return `the parameter ${stray.name} is in ${stray.in}, not in ${PLACES.join(", ")}`;
  // OAS 3.1.1 §4.8.16.
  const odd = Object.keys(responses).find((status) => !/^(?:[1-5](?:\d\d|XX)|default)$/.test(status));
  return (
    odd && `the status ${odd} is documented, which is neither a number such as 404, nor 4XX, nor default`
  );
}

function unspoken({ parameters }: Operation): string | undefined {
  const one = parameters.find(({ unspoken: style }) => style !== undefined);
  return one && `the style ${one.unspoken} of the parameter ${one.name} is none that the judge can write`;
}

// RFC 3986 §3.5.
function unsent(path: string): string | undefined {
  const at = path.indexOf("#");
  return at < 0 ? undefined : `${path.slice(at)} of its path is never sent: a URL ends at its #`;
}

function uncarried(document: Document, { security }: Operation): string | undefined {
  const [first] = security;
  if (!first || !security.every((names) => doClash(document, names))) return undefined;
  return `no request can carry ${formatRequirement(first)}: two of them go to the same place`;
}
