/** What a request asks of a mock with `Prefer` (RFC 7240): `Prefer: code=404, example=TaskNotFound`. */
export interface Preference {
  readonly status?: number;
  readonly example?: string;
}

/** Reads the preferences that mock servers of this field understand. */
export function parsePrefer(header: string | null): Preference {
  const parts = (header ?? "").matchAll(/([^\s=,;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^,;]*))/g);
  const preferences = new Map(
    [...parts].map(([, name = "", quoted, token = ""]) => [
      name.toLowerCase(),
      decode(quoted?.replace(/\\(.)/g, "$1") ?? token.trim()),
    ]),
  );
  const status = Number(preferences.get("code"));
  const example = preferences.get("example");
  return { ...(status > 0 && { status }), ...(example !== undefined && { example }) };
}

/** The header that asks for them. */
export function formatPrefer({ status, example }: Preference): string {
  return [...(status ? [`code=${status}`] : []), ...(example ? [`example=${wordOf(example)}`] : [])].join(
    ", ",
  );
}

// RFC 9110 §5.6.4: what is no token goes between quotes. A header holds no more than ASCII, so the rest is
// percent-encoded.
function wordOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x24\x26-\x7e]+/gu, encodeURIComponent);
  return /^[\w!#$%&'*+.^`|~-]+$/.test(ascii) ? ascii : `"${ascii.replace(/["\\]/g, "\\$&")}"`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
