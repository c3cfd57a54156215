/**
 * Fills the template of a path, each value one segment and no more.
 *
 * @throws TypeError if a value is missing, or would leave its place: URLs resolve `.` and `..` away even though nothing
 *   in them needs escaping (RFC 3986 §5.2.4), and an empty segment is another resource.
 */
export function writePath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    const text = typeof value === "object" ? "" : `${value ?? ""}`;
    // A lone surrogate has no UTF-8: `encodeURIComponent` would throw a URIError that names nothing. (`\p{Surrogate}` is
    // the same, but makes each start look it up in the tables of Unicode.)
    if (!/^\.{0,2}$|\0|[\ud800-\udfff]/u.test(text)) return encodeURIComponent(text);
    throw new TypeError(
      `${template} needs the argument "${name}", for which ${JSON.stringify(value)} cannot stand: it would address another resource.`,
    );
  });
}
