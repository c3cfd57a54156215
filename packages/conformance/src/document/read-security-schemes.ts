import { readSignatureRules } from "../signature/signature-rules.ts";
import type { SecurityScheme } from "./document.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { follow, members } from "./navigate.ts";
import { valueAt } from "./pointer.ts";

/** The security schemes of a document, by name. */
export function readSecuritySchemes(root: JsonObject): Record<string, SecurityScheme> {
  return Object.fromEntries(
    members(root, "#/components/securitySchemes").map(([name, pointer]) => [
      name,
      readScheme(valueAt(root, follow(root, pointer))),
    ]),
  );
}

function readScheme(scheme: Json | undefined): SecurityScheme {
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
