/** `application/json` or any `+json` (RFC 6839 §3.1), whatever its parameters. */
export function isJson(mediaType: string): boolean {
  return /^application\/json$|\+json$/.test(essence(mediaType));
}

/** What the runtime reads as text: `text/*`, or XML (RFC 7303 §4.2). */
export function isText(mediaType: string): boolean {
  return /^text\/|^application\/xml$|\+xml$/.test(essence(mediaType));
}

/** A form, with files or without: its members have names, and each is written by itself. */
export function isForm(mediaType: string): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)$/.test(essence(mediaType));
}

/** A media range such as `*` + `/*`, which says nothing of the kind. */
export function isRange(mediaType: string): boolean {
  return essence(mediaType).startsWith("*");
}

/** The type without its parameters, in lower case. */
export function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}
