import { isForm, isJson } from "./media-type.ts";

/** Serialises a request body for its documented media type; what is neither JSON nor a form goes as it is. */
export function writeBody(mediaType: string, body: unknown): BodyInit {
  if (isJson(mediaType)) return JSON.stringify(body);
  if (isForm(mediaType)) return writeForm(body as Readonly<Record<string, unknown>>);
  return body as BodyInit;
}

// OAS 3.1.1 §4.8.15: a list repeats its name, an object is sent as JSON.
function writeForm(members: Readonly<Record<string, unknown>>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      form.append(name, typeof item === "object" ? JSON.stringify(item) : String(item));
    }
  }
  return form.toString();
}
