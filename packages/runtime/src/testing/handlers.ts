import { isFunction, kindOf } from "../assert-options.ts";
import type { DescribedService } from "./mocked.ts";

type Resolve = (info: { readonly request: Request }) => Promise<Response | undefined>;
type Method = "get" | "put" | "post" | "delete" | "patch" | "head" | "options" | "all";

/** MSW's `http`, as far as it is used. */
export type HttpNamespace<Handler> = {
  readonly [Name in Method]: (path: RegExp, resolve: Resolve) => Handler;
};

/**
 * A handler for each of the operations. Where one path serves several, a handler that is not meant passes.
 *
 * @throws TypeError if what is given is not MSW's.
 * @param answer - `undefined` if a request is not for the operation
 */
export function createHandlers<Handler>(
  http: HttpNamespace<Handler>,
  { service: { rpc }, operations }: DescribedService,
  ids: readonly string[],
  answer: (id: string, request: Request) => Promise<Response> | undefined,
): Handler[] {
  if (!isFunction(Object(http).get)) {
    throw new TypeError(
      `handlers() takes the http of MSW, not ${kindOf(http)}. Example: import { http } from "msw"; mock.handlers(http).`,
    );
  }
  return ids.flatMap((id) => {
    const operation = operations[id];
    if (!operation) return [];
    const paths = [operation.path, ...(rpc ? [rpc.path] : [])].map(toPattern);
    return http[verb(operation.method)](
      new RegExp(`^[a-z]+://[^?#]*(${paths.join("|")})$`, "i"),
      async ({ request }) => {
        const answered = answer(id, request);
        // MSW takes what a handler throws for a bug of the handler; this is what it has for a broken connection.
        return answered?.catch(() => Response.error());
      },
    );
  });
}

/** URLs are matched as they are sent, so what stands around the parameters is encoded. */
function toPattern(template: string): string {
  return template
    .split(/\{[^}]+\}/)
    .map((text) => encodeURI(text).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/?#]+");
}

function verb(method: string): Method {
  return method === "TRACE" ? "all" : (method.toLowerCase() as Method);
}
