import { delay, type HttpHandler, HttpResponse, http } from "msw";
import type { Document } from "../document/document.ts";
import { createResponse, type Responder } from "../sandbox/answer.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { basePath, pathPattern } from "../sandbox/find-operation.ts";

export interface HandlerOptions {
  /** By default every documented server, on any host. */
  readonly baseUrl?: string;
  /** By default the sandbox of the document. */
  readonly respond?: Responder;
}

/**
 * MSW handlers for every operation of a document, that answer as the sandbox does: the first documented
 * success, or what the request asks for with `Prefer: code=404, example=TaskNotFound`.
 *
 * @example
 * const server = setupServer(...createHandlers(await loadDocument("openapi.yaml")));
 */
export function createHandlers(document: Document, options: HandlerOptions = {}): HttpHandler[] {
  const respond = options.respond ?? createSandbox(document);
  const bases =
    options.baseUrl === undefined
      ? document.servers.map(({ url }) => `${ANY_HOST}${pathPattern(encodeURI(basePath(url)))}`)
      : [pathPattern(options.baseUrl.replace(/\/$/, ""))];
  return [...new Set(bases)].flatMap((base) =>
    document.operations.map(({ method, path }) =>
      http[verb(method)](new RegExp(`^${base}${toPattern(path)}$`), async ({ request }) => {
        const answer = await respond(request);
        if (answer.fault === "hang") await delay("infinite");
        return answer.fault ? HttpResponse.error() : createResponse(answer);
      }),
    ),
  );
}

const ANY_HOST = "[a-z]+://[^/]*";

type Verb = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "all";

function verb(method: string): Verb {
  return method === "TRACE" ? "all" : (method.toLowerCase() as Verb);
}

// A pattern of MSW's own would read the colon of `/jobs/{id}:cancel` as a parameter.
function toPattern(path: string): string {
  const encoded = path.replace(/[^{}]+(?=\{|$)/g, encodeURI);
  return pathPattern(encoded);
}
