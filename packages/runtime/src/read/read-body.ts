import type { MalformedBody } from "../malformed-body.ts";
import { isHtml, isJson, isText } from "../media-type.ts";
import type { BodyKind } from "../operation-description.ts";

/** A response's body: what it holds, or why it does not hold what it should. */
export interface ReadBody {
  readonly value?: unknown;
  readonly malformed?: MalformedBody;
}

/**
 * Reads a body as what is documented of it. What is documented as JSON counts as JSON whatever media type it is
 * declared with. Where several kinds are documented, the declared type decides; where nothing is, it does too, and
 * whatever came is handed over.
 *
 * @param kind - by default that of a status that is not documented
 */
export async function readBody(response: Response, kind: BodyKind = "none"): Promise<ReadBody> {
  // Where the kind decides, nobody asks: with cold caches, to look the type up takes as long as to parse a small body.
  const typed = () => response.headers.get("content-type") ?? "";
  const fault = (reason: MalformedBody["reason"], text = "") => ({
    malformed: { reason, mediaType: typed(), text },
  });
  const is = (documented: BodyKind) => kind.startsWith(documented);
  const isBlob = is("binary") ? !isHtml(typed()) : !is("json") && !is("text") && !isText(typed());
  try {
    if (isBlob) {
      const value = await response.blob();
      return value.size ? { value } : kind === "binary" ? fault("empty") : {};
    }
    const text = await response.text();
    if (is("binary")) return fault("html", text);
    if (!text) return kind === "json" ? fault("empty") : { value: kind === "text" ? text : undefined };
    if (is("text") || !(is("json") || isJson(typed()))) return { value: text };
    try {
      return { value: JSON.parse(text) };
    } catch {
      return kind === "none" ? { value: text } : fault(whyNotJson(text, typed()), text);
    }
  } catch {
    return fault("unreadable");
  }
}

function whyNotJson(text: string, mediaType: string): MalformedBody["reason"] {
  if (isHtml(mediaType) || /^\s*<(!doctype|html|head|body)\b/i.test(text)) return "html";
  // What begins as an object or a list and never closes it.
  return /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text) ? "truncated" : "not-json";
}
