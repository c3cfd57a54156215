import { isPlain } from "../is-plain.ts";
import { isJson } from "../media-type.ts";
import { json, type WriteBody } from "./json.ts";

/** Writes a body as an HTML form. */
export const form: WriteBody = /* @__PURE__ */ asForm((members) =>
  fill(new URLSearchParams(), members).toString(),
);

/** Writes a body as a form with files (RFC 7578). */
export const multipart: WriteBody = /* @__PURE__ */ asForm((members) => fill(new FormData(), members));

type Members = Readonly<Record<string, unknown>>;

/** Of a body that is given by its members; what is of another kind, a FormData of one's own too, is a form already. */
function asForm(write: (members: Members) => string | FormData): WriteBody {
  return (given, headers, documented, serialize = (members) => members) => {
    const isForm = !isJson(headers["content-type"] ?? documented) && isPlain(given);
    return json(isForm ? write(serialize(given)) : given, headers, documented, serialize);
  };
}

// OAS 3.1.1 §4.8.15: a list repeats its name, an object is sent as JSON.
function fill<Form extends URLSearchParams | FormData>(filled: Form, members: Members): Form {
  for (const [name, value] of Object.entries(members)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob && filled instanceof FormData) filled.append(name, item);
      else filled.append(name, typeof item === "object" ? JSON.stringify(item) : String(item));
    }
  }
  return filled;
}
