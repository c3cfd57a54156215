import { createQuerySerializer, mergeHeaders } from "openapi-fetch";
import type { BaseUrls } from "./base-url.ts";
import { isMultipart } from "./media-type.ts";
import type { InVersion } from "./media-type-version.ts";
import type { OperationDescription } from "./operation-description.ts";
import { serializeValues } from "./serialize-values.ts";
import type { RpcDescription } from "./service-description.ts";
import { writeBody } from "./write-body.ts";

/** What a call of openapi-fetch is given beside its path. */
export interface CallInit {
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly headers?: Parameters<typeof mergeHeaders>[number];
  readonly body?: unknown;
  readonly [option: string]: unknown;
}

export interface CallDefaults {
  readonly baseUrls: BaseUrls;
  readonly inVersion: InVersion;
  readonly rpc: RpcDescription | undefined;
}

type Values = Readonly<Record<string, unknown>>;

// OAS 3.1.1 §4.8.12.2: `form` with `explode` is the default for objects too; openapi-fetch's is deepObject.
const writeQuery = createQuerySerializer({ object: { style: "form", explode: true } });

/** Completes what a call says by what is documented of its operation: where it goes, and how values are written. */
export function completeCall(
  operation: OperationDescription,
  init: CallInit,
  { baseUrls, inVersion, rpc }: CallDefaults,
): CallInit {
  const { path, body, serialize } = operation;
  const headers = mergeHeaders(init.headers);
  const mediaType = headers.get("content-type") ?? inVersion(body?.mediaType ?? "");
  if (init.body !== undefined && mediaType) headers.set("content-type", mediaType);
  // Only the body itself knows the boundary between its parts.
  if (isMultipart(mediaType)) headers.delete("content-type");

  return {
    baseUrl: baseUrls.of(operation),
    querySerializer: (query: Values) => writeQuery(serializeValues(query, serialize)),
    bodySerializer: (given: unknown) => writeBody(mediaType, given, serialize),
    // openapi-fetch hands over the whole URL, of which the path is the end.
    ...(rpc && { pathSerializer: (url: string) => url.slice(0, -path.length) + rpc.path }),
    ...init,
    // Without path parameters, openapi-fetch would not ask how the path is written.
    params: { ...init.params, path: init.params?.path ?? {} },
    headers,
  };
}
