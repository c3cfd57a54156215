import { isJson } from "../media-type.ts";
import type { WireRequest } from "../wire-request.ts";
import type { Serialize } from "./serialization.ts";

/**
 * Writes a request body, and the header with its media type if that is not there already.
 *
 * @param documented - the media type that is documented
 * @param serialize - how members are written that do not travel as plain text
 */
export type WriteBody = (
  given: unknown,
  headers: Record<string, string>,
  documented: string,
  serialize: Serialize | undefined,
) => WireRequest["body"];

/** Writes a body as JSON; of another media type, it goes as it is. */
export const json: WriteBody = (given, headers, documented) => {
  headers["content-type"] ??= documented;
  if (isJson(headers["content-type"])) return JSON.stringify(given);
  // Only the body itself knows the boundary between its parts.
  if (given instanceof FormData) delete headers["content-type"];
  return given as WireRequest["body"];
};
