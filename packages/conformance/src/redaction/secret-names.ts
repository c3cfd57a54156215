/** What stands in a report where a secret stood. */
export const REDACTED = "REDACTED";

// One word that says it all, wherever it stands in a name.
const SECRET_WORDS = new Set(
  (
    "authorization password passwords passwd pwd passphrase passcode pass secret secrets token tokens apikey " +
    "accesskey secretkey privatekey credential credentials signature cookie cookies jwt bearer otp totp mfa saml " +
    "assertion sessionid pin"
  ).split(" "),
);

// Two that say it together.
const SECRET_PAIRS = new Set(
  (
    "api key;access key;secret key;private key;account key;shared key;master key;signing key;encryption key;" +
    "ssh key;session id;session key;connection string;code verifier;set cookie;secure string;encrypted string"
  ).split(";"),
);

// What is about a secret, or is a token of another kind: a page's, an idempotent request's, a parser's.
const HARMLESS_LAST = new Set(
  (
    "type policy policies expires expiry expiration lifetime ttl length count limit url uri endpoint format method " +
    "version nonce status state rules required enabled changed path file header headers in at date time " +
    "reference label description algorithm alg usage message size"
  ).split(" "),
);
const HARMLESS_BEFORE_TOKEN = new Set(
  "next previous prev page paging continuation client idempotency sync skip resume delta max min total".split(
    " ",
  ),
);

/**
 * Whether what bears this name is a secret, by the names of field practice: of a header, a parameter, a member of a
 * body. It is read word by word, however it is spelt: `X-Acme-Token`, `accessKeySecret`, `client_secret`.
 *
 * @example
 * isSecretName("refreshToken"); // true
 * isSecretName("NextToken"); // false: it says which page comes next
 */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  if (HARMLESS_LAST.has(last)) return false;
  return words.some((word, index) => {
    const before = words[index - 1] ?? "";
    if (SECRET_PAIRS.has(`${before} ${word}`)) return true;
    if (!SECRET_WORDS.has(word)) return false;
    return !(word.startsWith("token") && HARMLESS_BEFORE_TOKEN.has(before));
  });
}

/**
 * Whether a JSON number can be the secret that its name speaks of: a PIN is one, and so may a password be; of tokens,
 * a number says how many.
 */
export function isSecretNumber(name: string): boolean {
  return !wordsOf(name).some((word) => /^tokens?$/.test(word));
}

/** Whether a declared type says that its values are secret, such as `SecureString`. */
export function isSecretType(type: string): boolean {
  return wordsOf(type).some((word) =>
    ["secret", "secure", "password", "encrypted", "securestring", "encryptedstring"].includes(word),
  );
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}
