import type { AccessKey, Credentials } from "../../authentication/credentials.ts";
import { sameSecret } from "../../authentication/same-secret.ts";
import { DEVELOPMENT_CREDENTIALS, TEMPORARY_CREDENTIALS } from "../../run/credentials.ts";

/** All that is good on the sandbox without a login. */
export interface GoodCredentials {
  /** None of its parts is missing. */
  readonly credentials: Credentials;
  readonly accessKeys: readonly AccessKey[];
  readonly tokens: readonly string[];
}

/**
 * The credentials that were handed out. Parts that were not, the temporary access key and the token are those for
 * development.
 */
export function goodCredentials(given: Credentials): GoodCredentials {
  const credentials = { ...DEVELOPMENT_CREDENTIALS, ...given };
  const keys = [credentials.accessKey, TEMPORARY_CREDENTIALS.accessKey];
  const tokens = [credentials.token, DEVELOPMENT_CREDENTIALS.token];
  return {
    credentials,
    accessKeys: keys.filter((key) => key !== undefined),
    tokens: [...new Set(tokens.filter((token) => token !== undefined))],
  };
}

/** Whether a name is the user's, alone or with a realm behind it: `developer@acme`. */
export function isUser(name: string, { credentials: { username = "" } }: GoodCredentials): boolean {
  return sameSecret(name, username) || (username !== "" && name.startsWith(`${username}@`));
}

export function isPassword(text: string, { credentials: { password = "" } }: GoodCredentials): boolean {
  return sameSecret(text, password);
}

export function isToken(text: string, { tokens }: GoodCredentials): boolean {
  return tokens.some((token) => sameSecret(text, token));
}
