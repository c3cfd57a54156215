import { isForm, isJson, isMultipart } from "./media-type.ts";
import type { Serialization } from "./operation-description.ts";
import { serializeValues } from "./serialize-values.ts";

/** Serialises a request body for its media type; what is neither JSON nor a form goes as it is. */
export function writeBody(mediaType: string, body: unknown, serialize: Serialization = {}): BodyInit {
  if (isJson(mediaType)) return JSON.stringify(body);
  if (!isRecord(body)) return body as BodyInit;
  if (isForm(mediaType)) return fill(new URLSearchParams(), serializeValues(body, serialize)).toString();
  if (isMultipart(mediaType)) return fill(new FormData(), serializeValues(body, serialize));
  return body as unknown as BodyInit;
}

// OAS 3.1.1 §4.8.15: a list repeats its name, an object is sent as JSON.
function fill<Form extends URLSearchParams | FormData>(
  form: Form,
  members: Readonly<Record<string, unknown>>,
): Form {
  for (const [name, value] of Object.entries(members)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob && form instanceof FormData) form.append(name, item);
      else form.append(name, typeof item === "object" ? JSON.stringify(item) : String(item));
    }
  }
  return form;
}

/** Members to be written; what is of another kind, a FormData of one's own too, is a body already. */
function isRecord(body: unknown): body is Readonly<Record<string, unknown>> {
  if (typeof body !== "object" || body === null) return false;
  const prototype = Object.getPrototypeOf(body);
  return prototype === Object.prototype || prototype === null;
}
