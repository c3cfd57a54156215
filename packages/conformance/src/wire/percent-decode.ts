/** A text without its percent-encoding; as it is where that is none (RFC 3986 §2.1). */
export function percentDecode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
