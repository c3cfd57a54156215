import { readSignatureRules } from "../signature/signature-rules.ts";
import type { SecurityScheme } from "./document.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { valueAt } from "./pointer.ts";

/** The security schemes of a document, by name. */
export function readSecuritySchemes(root: JsonObject): Record<string, SecurityScheme> {
  const schemes = valueAt(root, "#/components/securitySchemes");
  return Object.fromEntries(
    Object.entries(isObject(schemes) ? schemes : {}).map(([name, scheme]) => [name, readScheme(scheme)]),
  );
}

function readScheme(scheme: Json): SecurityScheme {
  if (!isObject(scheme)) return { type: "other", what: "unreadable" };
  if (scheme.type === "http") {
    const signature = readSignatureRules(scheme);
    return { type: "http", scheme: String(scheme.scheme), ...(signature && { signature }) };
  }
  if (scheme.type === "apiKey") {
    return { type: "apiKey", in: scheme.in as "header" | "query" | "cookie", name: String(scheme.name) };
  }
  return { type: "other", what: String(scheme.type) };
}
