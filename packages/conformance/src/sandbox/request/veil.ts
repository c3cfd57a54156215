import { isObject, type Json } from "../../document/json.ts";

const VEIL = "***";
const SECRET = /pass|secret|secure|token|credential|private|signature|auth|api-?_?key/i;

/** Whether what bears a name may be a secret. Better one too many. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/** A copy that can be shown to anybody: whatever stands under the name of a secret is veiled. */
export function veil(value: Json, isSecret = false): Json {
  if (Array.isArray(value)) return value.map((item) => veil(item, isSecret));
  if (!isObject(value)) return isSecret ? VEIL : value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, veil(member, isSecret || isSecretName(name))]),
  );
}
