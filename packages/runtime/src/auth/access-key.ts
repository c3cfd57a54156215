import { fixedKey, providedKey } from "./access-key-source.ts";
import { authenticate } from "./authenticate.ts";
import { explainClock } from "./clock-skew.ts";
import type { Credential } from "./credential.ts";
import { loadHashing } from "./load-hashing.ts";
import { signRequest } from "./sign-request.ts";
import type { SignatureDescriptions } from "./signature-description.ts";
import { whenKnown } from "./when-known.ts";

/** The pair that requests are signed with. Its secret is never sent. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Comes with a temporary key, and is sent with each request. */
  readonly securityToken?: string | undefined;
  /** When a temporary key lapses: a date, one as text in ISO 8601, or milliseconds since 1970. */
  readonly expiration?: Date | string | number | undefined;
}

/** An access key as libraries of vendors type it. A part that is missing is found when a request is signed. */
export type ProvidedAccessKey = { readonly [Part in keyof AccessKey]?: AccessKey[Part] | undefined };

/** Gives the access key to sign with. */
export type AccessKeyProvider = () => ProvidedAccessKey | Promise<ProvidedAccessKey>;

/**
 * Authenticates by signing each request with an access key, in the way that the service documents (`x-signature`).
 *
 * A function is asked for the key. If the key says when it lapses, it is kept until shortly before: five minutes, or
 * a tenth of its life if that is less; so a temporary key is renewed while a wait runs. If it does not say, the
 * function is asked at each request, and does its own keeping. Requests at the same time share one question. What the
 * function throws comes out of the call.
 *
 * @param signatures - how, by security scheme
 * @param key - the access key, or a function that gives it
 * @throws TypeError if a part of the key is missing or cannot be one: at once, or when a request is signed with what
 *   a function gave.
 * @example
 * createClient({ auth: createAccessKey(signatures, { accessKeyId, accessKeySecret }) });
 * createClient({ auth: createAccessKey(signatures, () => chain.getCredential()) });
 */
export function createAccessKey(
  signatures: SignatureDescriptions,
  key: AccessKey | AccessKeyProvider,
): Credential {
  const source = typeof key === "function" ? providedKey(key) : fixedKey(key);

  return {
    name: "accessKey(…)",
    authenticate,
    matches: (_, name) => Object.hasOwn(signatures, name),
    apply(request, { scheme, schemeName, connection }) {
      const signature = signatures[schemeName];
      if (!signature || scheme.type !== "http") return;
      return whenKnown(loadHashing(), (hashing) =>
        whenKnown(source.get(connection), (current) =>
          signRequest(hashing, request, signature, scheme.scheme, current, { now: connection.clock.now() }),
        ),
      );
    },
    // A further attempt with the key that was refused already would be in vain.
    renew: ({ headers: { authorization = "" } }, { connection }) =>
      source.renew?.(authorization, connection) ?? false,
    explain: (response, { connection: { clock } }) => explainClock(response, clock.now()),
  };
}
