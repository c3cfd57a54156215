import type { ResponseObject } from "../spec/document.ts";
import { isJson, isRange, isText } from "./media-type.ts";

/** What the runtime is to expect of a documented body; `any` where the document does not tell, or tells several. */
export function bodyKind(response: ResponseObject): string {
  const kinds = new Set(Object.keys(response.content ?? {}).map(kindOf));
  const [kind = "none"] = kinds;
  if (kinds.size > 1) return "any";
  return response["x-body-optional"] && kind !== "any" && kind !== "none" ? `${kind}?` : kind;
}

function kindOf(mediaType: string): string {
  if (isJson(mediaType)) return "json";
  if (isText(mediaType)) return "text";
  return isRange(mediaType) ? "any" : "binary";
}
