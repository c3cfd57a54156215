import type { SignatureRules } from "./signature-rules.ts";

/** The headers of a request that its signature must cover, in order. */
export function requiredHeaders(rules: SignatureRules, headers: Headers): readonly string[] {
  const signed = headersToSign(rules, headers);
  const { required, date, securityToken } = rules;
  return required
    ? signed.filter((name) => [...required, date.header, securityToken].includes(name))
    : signed;
}

/** The headers of a request that a careful client signs, in order. */
export function headersToSign(rules: SignatureRules, headers: Headers): readonly string[] {
  const names = [...headers.keys()];
  const key = names.join();
  // Whoever sends many requests sends the same headers with each.
  const last = remembered.get(rules);
  if (last?.key === key) return last.signed;
  const signed = listHeaders(rules, names);
  remembered.set(rules, { key, signed });
  return signed;
}

const remembered = new WeakMap<
  SignatureRules,
  { readonly key: string; readonly signed: readonly string[] }
>();

function listHeaders(rules: SignatureRules, received: readonly string[]): string[] {
  // Every request has a host, and whoever sends it may be the one to say so.
  const sent = new Set(["host", ...received]);
  sent.delete("authorization");
  const covered = [...sent].filter((name) => rules.headers.some((pattern) => matches(pattern, name)));
  const tokens = [rules.securityToken, rules.temporaryKeyId].filter((name) => sent.has(name ?? ""));
  const always = [rules.date.header, rules.nonce, rules.contentHash];
  const names = [...covered, ...tokens, ...always].filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
