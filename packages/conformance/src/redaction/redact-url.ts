import type { JsonRules } from "./redact-json.ts";
import { REDACTED } from "./secret-names.ts";

/** How fields are redacted. */
export interface FieldRules {
  /** A text as a whole. */
  readonly text: (text: string) => string;
  /** One `name=value`. */
  readonly field: (field: string) => string;
}

/** A URL without the secrets in its user part, its query and its fragment; the rest stays as it is spelt. */
export function redactUrl(url: string, rules: FieldRules): string {
  // As a whole first: a secret may have the very characters that divide it.
  const [, base = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rules.text(url)) ?? [];
  const clean = base.replace(/^([a-z][a-z\d+.-]*:\/\/[^/?#:@]*:)[^/@]*(?=@)/i, `$1${REDACTED}`);
  return `${clean}${fields(query, rules)}${fields(fragment, rules)}`;
}

/** The fields of a query or of a form, each with its own value. */
export function redactFields(text: string, rules: FieldRules): string {
  return rules.text(text).split("&").map(rules.field).join("&");
}

/** One of them, as it is spelt. */
export function redactField(field: string, rules: JsonRules): string {
  const at = field.indexOf("=");
  if (at < 0) return rules.text(field);
  const name = field.slice(0, at);
  const value = field.slice(at + 1);
  if (value !== "" && rules.isSecret(decode(name))) return `${name}=${REDACTED}`;
  // A value as a whole may be a short secret; a field as a whole may say more than its parts.
  return decode(value) !== value && rules.text(decode(value)) === REDACTED
    ? `${name}=${REDACTED}`
    : `${rules.text(name)}=${rules.text(value)}`;
}

function fields(part: string, rules: FieldRules): string {
  return part === "" ? "" : `${part[0]}${redactFields(part.slice(1), rules)}`;
}

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
