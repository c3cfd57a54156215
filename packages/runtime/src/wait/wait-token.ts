/** What a wait is for, so that it can go on elsewhere. */
export interface WaitToken {
  readonly operation: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** When it began, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly began: number;
}

/** As text that fits into URLs, file names and environment variables: JSON in base64url (RFC 4648 §5). */
export function writeToken(token: WaitToken): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: 1, ...token }));
  // `btoa` takes bytes as characters, and writes base64.
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @throws TypeError if it is none that a wait gave. */
export function readToken(text: string): WaitToken {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (byte) =>
      byte.charCodeAt(0),
    );
    const { v, operation, args, began } = JSON.parse(new TextDecoder().decode(bytes));
    if (v === 1 && typeof operation === "string" && Number.isFinite(began) && isRecord(args)) {
      return { operation, args, began };
    }
  } catch {
    // Not even JSON.
  }
  throw new TypeError("token is none that a wait gave. Take that of an update, or of the error of a wait.");
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
