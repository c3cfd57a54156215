/** A URL that nobody may change: others are given the same. */
export type ReadonlyUrl = Readonly<Pick<URL, "origin" | "host" | "pathname" | "search" | "searchParams">>;

let last = new URL("http://localhost/");
let lastText = last.href;

/**
 * Parses an absolute URL. Each step that a request goes through asks for its parts, so the last one is remembered.
 *
 * @throws TypeError when it is none
 */
export function parseUrl(text: string): ReadonlyUrl {
  if (text !== lastText) {
    last = new URL(text);
    lastText = text;
  }
  return last;
}
