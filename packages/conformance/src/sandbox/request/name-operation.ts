import type { Document, Rpc } from "../../document/document.ts";
import { parseMediaType } from "../../wire/media-type.ts";
import type { ReadonlyUrl } from "../../wire/parse-url.ts";

/** The operation that a request names, where the path does not say. */
export interface NamedOperation {
  readonly id: string;
  /** Absent where the request names none. */
  readonly version?: string;
  /** Whether headers name it, or fields of the query or of a form. */
  readonly by: "header" | "field";
}

/** What a request is named by. A body that is no text names nothing. */
export interface NamingRequest {
  readonly url: ReadonlyUrl;
  readonly headers: Headers;
  readonly body?: unknown;
}

/** The operation that a request names by a header, else by a field of its query, else by one of its form. */
export function nameOperation({ rpc }: Document, request: NamingRequest): NamedOperation | undefined {
  if (!rpc) return undefined;
  const id = request.headers.get(rpc.operation);
  if (id !== null) {
    const version = request.headers.get(rpc.version);
    // Some clients send the headers beside the fields; then it is the older form all the same.
    const again = nameIn(rpc, request.url.searchParams);
    return again?.id === id && (version === null || again.version === version)
      ? again
      : named(id, version, "header");
  }
  return fieldsThatName(rpc, request)
    .map((fields) => nameIn(rpc, fields))
    .find((name) => name !== undefined);
}

function nameIn({ query }: Rpc, fields: URLSearchParams): NamedOperation | undefined {
  const id = query && fields.get(query.operation);
  return id ? named(id, fields.get(query.version), "field") : undefined;
}

function fieldsThatName({ query }: Rpc, { url, headers, body }: NamingRequest): URLSearchParams[] {
  if (!query) return [];
  if (typeof body !== "string" || body === "" || !isUrlEncoded(headers)) return [url.searchParams];
  return [url.searchParams, new URLSearchParams(body)];
}

/** Whether a request's body is a form of fields alone. */
export function isUrlEncoded(headers: Headers): boolean {
  const type = headers.get("content-type");
  return type !== null && parseMediaType(type)?.type === "application/x-www-form-urlencoded";
}

function named(id: string, version: string | null, by: NamedOperation["by"]): NamedOperation {
  return { id, by, ...(version !== null && { version }) };
}
