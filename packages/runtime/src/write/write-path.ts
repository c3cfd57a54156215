/**
 * Fills the template of a path, each value one segment and no more.
 *
 * @throws TypeError if a value would leave its place: URLs resolve `.` and `..` away even though nothing in them needs
 *   escaping (RFC 3986 §5.2.4), and an empty segment is another resource.
 */
export function writePath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => writeSegment(template, name, values[name]));
}

function writeSegment(template: string, name: string, value: unknown): string {
  const text = String(value);
  // A lone surrogate has no UTF-8: `encodeURIComponent` would throw a URIError that names nothing.
  const isFit = text !== "" && text !== "." && text !== ".." && !text.includes("\0") && isWellFormed(text);
  if (isFit) return encodeURIComponent(text);
  throw new TypeError(
    `${JSON.stringify(text)} cannot stand for {${name}} in ${template}: it would address another resource.`,
  );
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
