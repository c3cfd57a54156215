import type { Document, DocumentedResponse, MediaType, Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import type { Json } from "../document/json.ts";
import type { Exchange } from "../wire/exchange.ts";
import { isJsonType, matchesMediaType } from "../wire/media-type.ts";
import { readJson } from "../wire/read-json.ts";
import type { Evidence, EvidenceSource, PointKind } from "./evidence.ts";
import { observeBody, type Promised, type PromiseNode, readPromises } from "./promise-tree.ts";

/** Keeps account of what is promised and what was seen of it. */
export interface Coverage {
  /** Marks what an exchange shows of an operation; an answer that is not documented shows nothing. */
  observe(exchange: Exchange, operation: Pick<Operation, "id">): void;
  toEvidence(): Evidence;
}

interface MediaPlan {
  readonly media: MediaType;
  readonly point: Promised;
  readonly body?: PromiseNode;
}

interface OperationPlan {
  readonly operation: Operation;
  readonly points: Map<string, Promised>;
  readonly itself: Promised;
  readonly statuses: ReadonlyMap<string, { readonly point: Promised; readonly media: readonly MediaPlan[] }>;
}

/**
 * Keeps account for one source.
 *
 * @example
 * const coverage = createCoverage(document, { kind: "live", tenant: "north" });
 * coverage.observe(exchange, operation);
 * coverage.toEvidence().points.filter(({ seen }) => seen.length === 0); // what nobody has shown yet
 */
export function createCoverage(document: Document, source: EvidenceSource): Coverage {
  const plans = new Map(document.operations.map((operation) => [operation.id, plan(document, operation)]));
  const mediaTypes = rememberMediaTypes();
  return { observe, toEvidence };

  function observe({ response }: Exchange, { id }: Pick<Operation, "id">): void {
    const own = plans.get(id);
    const documented = response && own && documentedResponse(own.operation, response.status);
    const status = documented && own.statuses.get(documented.status);
    if (!status) return;
    own.itself.isSeen = true;
    status.point.isSeen = true;
    const type = response.headers.get("content-type") ?? "";
    const media = status.media.find((one) => mediaTypes(type, one.media.type));
    if (!media || response.body.length === 0) return;
    media.point.isSeen = true;
    const body = media.body && parse(response.body);
    if (media.body && body !== undefined) observeBody(media.body, body);
  }

  function toEvidence(): Evidence {
    const points = [...plans].flatMap(([operation, own]) =>
      [...own.points.values()].map(({ kind, name, isSeen }) => {
        return { operation, kind, name, seen: isSeen ? [0] : [] };
      }),
    );
    return { version: 1, sources: [source], points };
  }
}

function plan(document: Document, operation: Operation): OperationPlan {
  const points = new Map<string, Promised>();
  const promise = (kind: PointKind, name: string): Promised => {
    const key = `${kind} ${name}`;
    const point = points.get(key) ?? { kind, name, isSeen: false };
    points.set(key, point);
    return point;
  };
  const itself = promise("operation", `${operation.method} ${operation.path}`);
  const statuses = Object.values(operation.responses).map((response) => {
    const point = promise("status", response.status);
    return [response.status, { point, media: planMedia(document, response, promise) }] as const;
  });
  return { operation, points, itself, statuses: new Map(statuses) };
}

function planMedia(
  { root }: Document,
  { status, content }: DocumentedResponse,
  promise: (kind: PointKind, name: string) => Promised,
): MediaPlan[] {
  return content.map((media) => {
    const label = `${status} ${media.type}`;
    const point = promise("media-type", label);
    const isRead = media.schema !== undefined && isJsonType(media.type);
    return isRead
      ? { media, point, body: readPromises(root, media.schema, { label, status, promise }) }
      : { media, point };
  });
}

// A type is written the same in almost every answer; one with a boundary never is.
const REMEMBERED = 200;

function rememberMediaTypes(): (received: string, documented: string) => boolean {
  const known = new Map<string, boolean>();
  return (received, documented) => {
    const key = `${received}\n${documented}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const matches = matchesMediaType(received, documented);
    if (known.size < REMEMBERED) known.set(key, matches);
    return matches;
  };
}

function parse(body: Uint8Array): Json | undefined {
  try {
    return readJson(body).value;
  } catch {
    // What is no JSON, or too deep to be walked, shows no members; the checks say so.
    return undefined;
  }
}
