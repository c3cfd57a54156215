import type { WriteBody } from "./write-body.ts";

/** Writes a body as an HTML form. */
export const form: WriteBody = (members) => fill(new URLSearchParams(), members).toString();

/** Writes a body as a form with files (RFC 7578). */
export const multipart: WriteBody = (members) => fill(new FormData(), members);

// OAS 3.1.1 §4.8.15: a list repeats its name, an object is sent as JSON.
function fill<Form extends URLSearchParams | FormData>(
  filled: Form,
  members: Readonly<Record<string, unknown>>,
): Form {
  for (const [name, value] of Object.entries(members)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob && filled instanceof FormData) filled.append(name, item);
      else filled.append(name, typeof item === "object" ? JSON.stringify(item) : String(item));
    }
  }
  return filled;
}
