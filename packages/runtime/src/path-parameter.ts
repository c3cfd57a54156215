/**
 * Refuses a path parameter that would leave its place in the template: URLs resolve `.` and `..` away even
 * though nothing in them needs escaping (RFC 3986 §5.2.4), and an empty segment is another resource.
 *
 * @throws TypeError
 */
export function assertPathParameter(template: string, name: string, value: unknown): void {
  const text = String(value);
  if (text !== "" && text !== "." && text !== ".." && !text.includes("\0")) return;
  throw new TypeError(
    `${JSON.stringify(text)} cannot stand for {${name}} in ${template}: it would address another resource.`,
  );
}
