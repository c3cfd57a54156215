import { delay, type HttpHandler, HttpResponse, http } from "msw";
import type { Document, Operation, Server } from "../document/document.ts";
import { basePath, wirePath } from "../document/request-url.ts";
import { createResponse, type Responder } from "../sandbox/answer.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { findOperation, pathPattern } from "../sandbox/find-operation.ts";
import { readRequest } from "../wire/read-request.ts";

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
export function createHandlers(documented: Document, options: HandlerOptions = {}): HttpHandler[] {
  const document = standingAt(documented, options.baseUrl);
  const respond = options.respond ?? createDocumentedAnswers(document);
  const patterns = document.operations.map((operation) => {
    const bases = basesOf(document, operation, options.baseUrl);
    const paths = [operation.path, wirePath(document, operation)].map(toPattern);
    return { operation, pattern: new RegExp(`^(${bases.join("|")})(${[...new Set(paths)].join("|")})$`) };
  });
  return patterns.map(({ operation, pattern }) =>
    http[verb(operation.method)](pattern, async ({ request }) => {
      // Where one path serves all operations, a header says which; another handler may be the one.
      if (findOperation(document, request).operation !== operation) return undefined;
      const answer = await respond(await readRequest(request));
      if (answer.fault === "hang") await delay("infinite");
      return answer.fault ? HttpResponse.error() : createResponse(answer);
    }),
  );
}

/** Where an operation may be asked for: with servers of its own, at the origin that is named, or at theirs. */
function basesOf({ servers }: Document, operation: Operation, baseUrl: string | undefined): string[] {
  if (baseUrl === undefined) return (operation.servers ?? servers).map(anyHost);
  if (!operation.servers) return [toPattern(bare(baseUrl))];
  const { origin } = new URL(baseUrl);
  return operation.servers.flatMap(({ url }) => [`${origin}${basePath(url)}`, bare(url)].map(toPattern));
}

function anyHost({ url }: Server): string {
  return `[a-z]+://[^/]*${toPattern(basePath(url))}`;
}

function bare(baseUrl: string): string {
  return baseUrl.replace(/\/$/, "");
}

/** The document of a service that stands somewhere else than it says. */
function standingAt(document: Document, baseUrl: string | undefined): Document {
  return baseUrl === undefined ? document : { ...document, servers: [{ url: baseUrl, variables: {} }] };
}

type Verb = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "all";

function verb(method: string): Verb {
  return method === "TRACE" ? "all" : (method.toLowerCase() as Verb);
}

// A pattern of MSW's own would read the colon of `/jobs/{id}:cancel` as a parameter. URLs are matched as they
// are sent, so what stands around the parameters is encoded.
function toPattern(template: string): string {
  return pathPattern(template.replace(/[^{}]+(?![^{]*\})/g, encodeURI));
}
