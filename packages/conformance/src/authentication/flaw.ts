/** What can be wrong with the credentials of a request. */
export type CredentialMistake =
  | "credentialsMissing"
  /** Of another form than documented. */
  | "credentialsMalformed"
  /** A name, a password or a token that nobody was given. */
  | "credentialsWrong"
  /** An access key that nobody was given. */
  | "keyUnknown"
  | "signatureWrong"
  | "dateMalformed"
  /** Too far from the clock. */
  | "dateSkewed"
  | "nonceUsed";

/** One thing that is wrong with the credentials of a request. */
export interface Flaw {
  readonly mistake: CredentialMistake;
  /** Where in the request: `header authorization`. */
  readonly at: string;
  /** What the document says. */
  readonly expected: string;
  /** What was sent. No secret is in it. */
  readonly received: string;
}

/** @param expected no secret is in it; the same holds for `received` */
export function flaw(mistake: CredentialMistake, at: string, expected: string, received: string): Flaw {
  return { mistake, at, expected, received };
}
