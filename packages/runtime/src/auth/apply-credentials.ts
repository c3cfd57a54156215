import type { WireRequest } from "../wire-request.ts";
import type { Credential, CredentialUse } from "./credential.ts";

/** A credential in use by one call. */
export interface CredentialInUse extends CredentialUse {
  readonly credential: Credential;
}

/** Waits for what a credential does, as long as the call may take. */
export type InTime = <Value>(value: Value | Promise<Value>) => Promise<Value>;

/**
 * Lets the credentials set their headers on a request; they come last, since a signature covers all the rest. Those
 * that have what they need cost no turn of the event loop.
 */
export function applyCredentials(
  inUse: readonly CredentialInUse[],
  sent: WireRequest,
  inTime: InTime,
  index = 0,
): Promise<void> | undefined {
  const use = inUse[index];
  if (!use) return undefined;
  const applied = use.credential.apply(sent, use);
  if (!applied) return applyCredentials(inUse, sent, inTime, index + 1);
  return inTime(applied).then(() => applyCredentials(inUse, sent, inTime, index + 1));
}

/** After a 401: whether the request would go with another credential now. */
export async function renewCredentials(
  inUse: readonly CredentialInUse[],
  sent: WireRequest,
  inTime: InTime,
): Promise<boolean> {
  for (const use of inUse) {
    const renewed = use.credential.renew?.(sent, use);
    if (renewed && (await inTime(renewed))) return true;
  }
  return false;
}
