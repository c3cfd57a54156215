import type { MalformedBody } from "../malformed-body.ts";
import { isHtml, isJson, isText } from "../media-type.ts";
import type { BodyKind } from "../operation-description.ts";

/** A response's body: what it holds, or why it does not hold what it should. */
export type ReadBody = { readonly value: unknown } | { readonly malformed: MalformedBody };

/**
 * Reads a body as what is documented of it. What is documented as JSON counts as JSON whatever media type it is
 * declared with. Where several kinds are documented, the declared type decides; where nothing is, it does too, and
 * whatever came is handed over.
 *
 * @param kind - `undefined` for a status that is not documented
 */
export async function readBody(response: Response, kind: BodyKind | undefined): Promise<ReadBody> {
  const mediaType = response.headers.get("content-type") ?? "";
  const fault = (reason: MalformedBody["reason"], text: string) => ({
    malformed: { reason, mediaType, text },
  });
  try {
    if (isBlob(kind, mediaType)) {
      const blob = await response.blob();
      if (blob.size > 0) return { value: blob };
      return kind === "binary" ? fault("empty", "") : { value: undefined };
    }
    const text = await response.text();
    if (kind?.startsWith("binary")) return fault("html", text);
    if (kind?.startsWith("text")) return { value: text || (kind === "text" ? "" : undefined) };
    if (text === "") return kind === "json" ? fault("empty", text) : { value: undefined };
    if (!kind?.startsWith("json") && !isJson(mediaType)) return { value: text };
    try {
      return { value: JSON.parse(text) };
    } catch {
      return kind && kind !== "none" ? fault(whyNotJson(text, mediaType), text) : { value: text };
    }
  } catch {
    return fault("unreadable", "");
  }
}

function isBlob(kind: BodyKind | undefined, mediaType: string): boolean {
  if (kind?.startsWith("binary")) return !isHtml(mediaType);
  const isOpen = kind === undefined || kind === "any" || kind === "none";
  return isOpen && mediaType !== "" && !isJson(mediaType) && !isText(mediaType);
}

function whyNotJson(text: string, mediaType: string): MalformedBody["reason"] {
  if (isHtml(mediaType) || /^\s*<(!doctype|html|head|body)\b/i.test(text)) return "html";
  // What begins as an object or a list and never closes it.
  return /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text) ? "truncated" : "not-json";
}
