import type { Json } from "../document/json.ts";

/** What a text holds, or a body in UTF-8; `undefined` if it is no JSON. */
export function jsonIn(text: string | Uint8Array | undefined): Json | undefined {
  try {
    return JSON.parse(typeof text === "string" ? text : new TextDecoder().decode(text)) as Json;
  } catch {
    return undefined;
  }
}
