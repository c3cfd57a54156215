import type { Operation } from "../document/document.ts";

/** Why no request can be made for an operation, by what its parameters and statuses are; `undefined` where one can. */
export function unaskable(operation: Operation): string | undefined {
  return unheardOf(operation) ?? unspoken(operation);
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
