import type { Step } from "./walk.ts";

/**
 * What arrived, in a form that a log may hold: its kind and, where `shows` says that the value tells more, a short
 * value; never that of a member whose name, or whose parent's name, says that it is a secret.
 */
export function describeReceived(value: unknown, path: readonly Step[], shows: boolean): string {
  const isShown = shows && !path.some((step) => SECRET.test(String(step)));
  return (isShown && describeValue(value)) || describeKind(value);
}

/** Of a member that is missing. */
export const NOTHING = "nothing";

const SECRET = /passw|passphrase|pwd|token|secret|key|signature|credential|cookie|authorization/i;

/** Longer texts than any documented value; keys and tokens are. */
const LONGEST = 32;

function describeValue(value: unknown): string | undefined {
  if (typeof value === "object") return undefined;
  const text = JSON.stringify(value);
  return text.length > LONGEST ? undefined : text;
}

function describeKind(value: unknown): string {
  if (value === undefined) return NOTHING;
  if (value === null) return "null";
  if (typeof value === "string") return `string of ${value.length} characters`;
  if (Array.isArray(value)) return `array of ${value.length} items`;
  return typeof value;
}
