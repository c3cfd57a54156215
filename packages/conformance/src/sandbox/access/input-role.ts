/** What an input of a login is held against: `other` is accepted as it is. */
export type Role = "username" | "password" | "token" | "other";

/**
 * Tells an input's role by its name, as a document calls it.
 *
 * @example
 * roleOf("acmePassword"); // "password"
 * roleOf("realm"); // "other"
 */
export function roleOf(input: string): Role {
  if (/password|passphrase/i.test(input)) return "password";
  if (/token|cookie|ticket|secret|key/i.test(input)) return "token";
  return /user|login/i.test(input) ? "username" : "other";
}
