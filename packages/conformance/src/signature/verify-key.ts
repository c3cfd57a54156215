import type { AccessKey } from "../authentication/credentials.ts";
import { type Flaw, flaw } from "../authentication/flaw.ts";
import { sameSecret } from "../authentication/same-secret.ts";

/** What a request shows of the key that it is signed with. */
export interface ShownKey {
  readonly id: string;
  /** Where the id stands: `header authorization`. */
  readonly at: string;
  /** What the id is called there. */
  readonly name: string;
  /** `null` if there is none. */
  readonly securityToken: string | null;
  /** Where the token stands: `header x-acme-security-token`. */
  readonly tokenAt: string;
}

/** Holds it against the key that was given; its secret is not looked at. */
export function verifyKey({ id, at, name, securityToken, tokenAt }: ShownKey, key: AccessKey): Flaw[] {
  // An id is no secret: it is compared as any text.
  if (id !== key.id) {
    return [flaw("keyUnknown", at, `${name} of the access key that was given`, "another one")];
  }
  if (key.securityToken === undefined) {
    if (securityToken === null) return [];
    return [flaw("credentialsWrong", tokenAt, `no ${tokenAt}: the key is not temporary`, "one")];
  }
  if (securityToken === null) {
    const none = `no such ${tokenAt.split(" ")[0]}`;
    return [flaw("credentialsMissing", tokenAt, `${tokenAt}: the key is temporary`, none)];
  }
  if (sameSecret(securityToken, key.securityToken)) return [];
  return [flaw("credentialsWrong", tokenAt, `${tokenAt}: the token that was given`, "another one")];
}
