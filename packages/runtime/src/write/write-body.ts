import { isJson } from "../media-type.ts";
import type { BodyDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";
import type { Serialize } from "./serialization.ts";

/** Writes a body that is given by its members. */
export type WriteBody = (members: Readonly<Record<string, unknown>>) => WireRequest["body"];

/** Writes a request body for its media type; what is neither JSON nor a form goes as it is. */
export function writeBody(
  mediaType: string,
  body: unknown,
  documented: BodyDescription | undefined,
  serialize: Serialize = (values) => values,
): WireRequest["body"] {
  if (isJson(mediaType)) return JSON.stringify(body);
  if (documented?.write && isRecord(body)) return documented.write(serialize(body));
  return body as WireRequest["body"];
}

/** Members to be written; what is of another kind, a FormData of one's own too, is a body already. */
function isRecord(body: unknown): body is Readonly<Record<string, unknown>> {
  if (typeof body !== "object" || body === null) return false;
  const prototype = Object.getPrototypeOf(body);
  return prototype === Object.prototype || prototype === null;
}
