import { delay, type HttpHandler, HttpResponse, http } from "msw";
import type { Document, Operation, Server } from "../document/document.ts";
import { basePath, openUrl, wirePath } from "../document/request-url.ts";
import { type Answer, createResponse, type Responder } from "../sandbox/answer.ts";
import type { Sandbox } from "../sandbox/create-sandbox.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { findOperation, pathPattern } from "../sandbox/find-operation.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { readRequest } from "../wire/fetch.ts";

export interface HandlerOptions {
  /** By default every documented server, on any host. */
  readonly baseUrl?: string;
  /** Answers instead. */
  readonly respond?: Responder;
  /** Ids of the operations to handle; by default all. */
  readonly operations?: readonly string[];
}

/**
 * MSW handlers for every operation of a document, that answer with the first documented success, or with what the
 * request asks for with `Prefer: code=404, example=TaskNotFound`; or for every operation of a sandbox, which remembers.
 *
 * @example
 * const server = setupServer(...createHandlers(await loadDocument("openapi.yaml")));
 * @example
 * const sandbox = await createSandbox({ documents: [await loadDocument("openapi.yaml")] });
 * const server = setupServer(...createHandlers(sandbox));
 */
export function createHandlers(from: Document | Sandbox, options: HandlerOptions = {}): HttpHandler[] {
  const { baseUrl, respond } = options;
  if (!("services" in from)) {
    const document = standingAt(from, baseUrl);
    const documented = respond ?? createDocumentedAnswers(document);
    return handlersOf(from, options, ({ sent, signal }) => documented(sent, signal));
  }
  return from.services.flatMap(({ document, answer }) =>
    handlersOf(document, options, ({ operation, sent, below, signal }) => {
      if (respond) return respond(sent, signal);
      const { origin, search } = new URL(sent.url);
      const routed = { ...sent, url: `${origin}${below}${search}` };
      return answer(operation, { request: sent, routed, signal });
    }),
  );
}

interface Intercepted {
  readonly operation: Operation;
  readonly sent: SentRequest;
  /** The path, below where the service stands. */
  readonly below: string;
  readonly signal: AbortSignal;
}

function handlersOf(
  documented: Document,
  { baseUrl, operations: ids }: HandlerOptions,
  answer: (intercepted: Intercepted) => Promise<Answer>,
): HttpHandler[] {
  const document = standingAt(documented, baseUrl);
  const { rpc } = document;
  const operations = document.operations.filter(({ id }) => ids?.includes(id) ?? true);
  if (rpc) return [handlerOf("all", operations)];
  return operations.map((operation) => handlerOf(verb(operation.method), [operation]));

  function handlerOf(method: Verb, own: readonly Operation[]): HttpHandler {
    const pattern = patternOf(document, own, baseUrl);
    return http[method](pattern, async ({ request }) => {
      // Where one path serves all operations, a header or a field says which; another handler may be the one.
      const read = rpc ? await readRequest(request.clone()) : undefined;
      const { operation } = findOperation(document, read ?? request);
      if (!operation || !own.includes(operation)) return undefined;
      const sent = read ?? (await readRequest(request));
      const [, below = "/"] = pattern.exec(request.url.replace(/[?#].*$/s, "")) ?? [];
      return respondWith(await answer({ operation, sent, below, signal: request.signal }));
    });
  }
}

async function respondWith(answered: Answer): Promise<Response> {
  if (answered.fault === "hang") await delay("infinite");
  return answered.fault ? HttpResponse.error() : createResponse(answered);
}

/** Its one group is the path below where the service stands. */
function patternOf(
  document: Document,
  operations: readonly Operation[],
  baseUrl: string | undefined,
): RegExp {
  const alternatives = operations.map((operation) => {
    const bases = basesOf(document, operation, baseUrl);
    // As the table of routes has it: the address of a thing may end with a slash.
    const paths = [operation.path, wirePath(document, operation)].map(
      (path) => `${toPattern(path)}${path.endsWith("}") ? "/?" : ""}`,
    );
    return { bases: bases.join("|"), paths: [...new Set(paths)] };
  });
  const byBases = Map.groupBy(alternatives, ({ bases }) => bases);
  const parts = [...byBases].map(([bases, same]) => {
    const paths = new Set(same.flatMap(({ paths: own }) => own));
    return `(?<=^(?:${bases}))(?:${[...paths].join("|")})`;
  });
  return new RegExp(`^.*?(${parts.join("|")})$`, "s");
}

/** Where an operation may be asked for: with servers of its own, at the origin that is named, or at theirs. */
function basesOf({ servers }: Document, operation: Operation, baseUrl: string | undefined): string[] {
  if (baseUrl === undefined) return (operation.servers ?? servers).map(anyHost);
  if (!operation.servers) return [toPattern(bare(baseUrl))];
  const { origin } = new URL(baseUrl);
  return operation.servers
    .map(openUrl)
    .flatMap((url) => [`${origin}${basePath(url)}`, bare(url)].map(toPattern));
}

function anyHost(server: Server): string {
  return `[a-z]+://[^/]*${toPattern(basePath(openUrl(server)))}`;
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
