/** Why no answer arrived, where that is for good: nobody is there, or is not trusted. */
const NOBODY = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  // Fetch standard, "port blocking".
  "bad port",
];
const UNTRUSTED = [
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
];

/** Something answered, in a way that nobody can read. */
const UNREADABLE = ["the body is ", "the answer broke off", "Parse Error"];

/** Whether it would be the same if it was asked again. */
export function isLostForGood(message: string): boolean {
  return [...NOBODY, ...UNTRUSTED].some((code) => message.includes(code));
}

/** What a lost answer means, and what may help. */
export function explainLoss(message: string): string {
  if (UNREADABLE.some((part) => message.includes(part))) {
    return `unreadable: ${message}; something answers there, but nothing that can be judged`;
  }
  const isUntrusted = UNTRUSTED.some((code) => message.includes(code));
  const help = isUntrusted
    ? "; --ca <file> trusts the certificate of whoever issued it, --insecure takes any"
    : "; is --url right, and is the service up?";
  return `unreachable: ${message}${help}`;
}
