import type { OperationDescription } from "../operation-description.ts";

/** One path on the wire for all operations (`x-rpc`). */
export interface RpcDescription {
  /** Below the server's URL, whatever the documented path of an operation. */
  readonly path: string;
  /** The names of the headers that carry the `operationId` and the version. */
  readonly headers: { readonly operation: string; readonly version: string };
  /** The document's `info.version`. */
  readonly version: string;
}

/** The same, and how a request is written. */
export interface Rpc extends RpcDescription {
  /** Where all operations share one path, headers say which it is: it sets them. */
  name(operation: OperationDescription, headers: Record<string, string>): void;
}

/** For services with one path for all operations. */
export function rpc(description: RpcDescription): Rpc {
  const { headers, version } = description;
  return {
    ...description,
    name({ id }, given) {
      given[headers.operation] = id;
      given[headers.version] = version;
    },
  };
}
