import { type Flaw, flaw } from "../authentication/flaw.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { namesOf } from "../wire/plain-headers.ts";
import type { SignedAuthorization } from "./authorization.ts";
import type { SignatureRules } from "./signature-rules.ts";
import { requiredHeaders } from "./signed-headers.ts";

export const AUTHORIZATION = "header authorization";
export const NO_HEADER = "no such header";

/** The headers that must be signed are, and those that are signed were sent. */
export function checkSignedHeaders(
  rules: SignatureRules,
  { headers }: SentRequest,
  { signedHeaders }: SignedAuthorization,
): readonly Flaw[] {
  const names = namesOf(headers);
  // Whoever sends many requests signs the same headers of each.
  const last = remembered.get(rules);
  if (last?.names === names && last.signedHeaders === signedHeaders) return last.flaws;
  const flaws = judgeSignedHeaders(rules, headers, signedHeaders);
  remembered.set(rules, { names, signedHeaders, flaws });
  return flaws;
}

const remembered = new WeakMap<
  SignatureRules,
  { readonly names: string; readonly signedHeaders: readonly string[]; readonly flaws: readonly Flaw[] }
>();

function judgeSignedHeaders(
  rules: SignatureRules,
  headers: Headers,
  signedHeaders: readonly string[],
): Flaw[] {
  const listed = `SignedHeaders=${signedHeaders.join(";")}`;
  if (!isInOrder(signedHeaders)) {
    const inOrder = [...new Set(signedHeaders.map((name) => name.toLowerCase()))].sort().join(";");
    return [flaw("credentialsMalformed", AUTHORIZATION, `SignedHeaders=${inOrder}`, listed)];
  }
  const unsigned = requiredHeaders(rules, headers).filter((name) => !signedHeaders.includes(name));
  const unsent = signedHeaders.filter((name) => name !== "host" && !headers.has(name));
  return [
    ...unsigned.map((name) => flaw("signatureWrong", AUTHORIZATION, `SignedHeaders with ${name}`, listed)),
    ...unsent.map((name) =>
      flaw("signatureWrong", `header ${name}`, `header ${name}, which is signed`, NO_HEADER),
    ),
  ];
}

/** In lower case, sorted, and each once. */
function isInOrder(names: readonly string[]): boolean {
  return names.every(
    (name, index) => name === name.toLowerCase() && (index === 0 || (names[index - 1] ?? "") < name),
  );
}
