import { isJson, isText } from "../media-type.ts";
import type { Asked, Found } from "./find-operation.ts";

/** What a mock was asked. */
export interface MockRequest<Id extends string = string> {
  /** The `operationId`. */
  readonly operation: Id;
  /** As on the wire: `GET`. */
  readonly method: string;
  /** Absolute, with its query. */
  readonly url: string;
  /** What fills the parameters of the path. */
  readonly path: Readonly<Record<string, string>>;
  /** A parameter that repeats is a list. */
  readonly query: Readonly<Record<string, string | string[]>>;
  /** By name in lower case, credentials among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON is parsed, a form is an object; other text is a string, anything else a Blob. `undefined` if none was sent. */
  readonly body: unknown;
}

/** A request in the shape that it is kept in, but for its body, which takes time to read. */
export function toMockRequest({ method, url, headers }: Asked, { operation, path }: Found): MockRequest {
  return {
    operation: operation.id,
    method,
    url,
    path,
    query: toObject(new URL(url).searchParams),
    headers: Object.fromEntries(headers),
    body: undefined,
  };
}

/** @param holder - what has the body, and nobody else reads */
export async function readRequestBody({ headers }: Asked, holder: Request | Response): Promise<unknown> {
  if (holder.body === null) return undefined;
  const mediaType = headers.get("content-type") ?? holder.headers.get("content-type") ?? "";
  const isForm = /^application\/x-www-form-urlencoded/i.test(mediaType);
  if (/^multipart\/form-data/i.test(mediaType)) return toObject(await holder.formData());
  if (!isJson(mediaType) && !isText(mediaType) && !isForm) return holder.blob();
  const text = await holder.text();
  if (isForm) return toObject(new URLSearchParams(text));
  try {
    return isJson(mediaType) ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

function toObject<Value>(pairs: FormData | URLSearchParams): Record<string, Value | Value[]> {
  const object: Record<string, Value | Value[]> = {};
  pairs.forEach((value, name) => {
    const before = object[name];
    object[name] = before === undefined ? (value as Value) : ([before, value].flat() as Value[]);
  });
  return object;
}
