import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import { withTimeout } from "../send/with-timeout.ts";
import type { ServiceDescription } from "../service-description.ts";
import type { WireRequest } from "../wire-request.ts";
import { assertSendable } from "../write/assert-sendable.ts";
import type { Credential, CredentialUse } from "./credential.ts";
import { type Added, hideAdded } from "./hide-added.ts";

/** Brings the credentials of a connection to a call: each brings this along, so that a bundle without any is without it. */
export type Authenticate = (
  connection: Connection,
  operation: OperationDescription,
  signal: AbortSignal | undefined,
) => Authentication | undefined;

/** What the credentials of one call do for it. */
export interface Authentication {
  /** Sets their headers on a request, in place: at once where they have what they need. */
  apply(request: WireRequest, limit: Limit): void | Promise<void>;
  /** After a 401: whether another attempt would carry another credential. It is so once in a call. */
  renew(refused: WireRequest, limit: Limit): Promise<boolean>;
  /** @throws TypeError if a header that they added is why a request was not answered. */
  assertSendable(headers: WireRequest["headers"]): void;
  /** Takes out of a text what they added to a request. */
  hide(added: Added): (text: string) => string;
  /** Whether an answer refuses them, and what may have been wrong with them, if it gives a hint; empty if not. */
  explain(response: Response): string;
}

/** How long, in milliseconds, the call may still take, and what it ends with if it takes longer. */
export interface Limit {
  left(): number;
  late(): unknown;
}

/**
 * The credentials that an operation's requests bear, each with the scheme that it serves. An operation takes the first
 * of its alternatives that they serve in full. Where it asks for none of them, as with `security: []`, nothing is sent: a
 * secret goes only where it is asked for.
 */
export const authenticate: Authenticate = (connection, operation, signal) => {
  const inUse = assign(connection, operation);
  const inTime = <Value>(value: Promise<Value>, { left, late }: Limit) =>
    withTimeout(connection.clock, left(), signal, () => value, late);
  let wasRenewed = false;

  function apply(request: WireRequest, limit: Limit, index = 0): void | Promise<void> {
    const use = inUse[index];
    if (!use) return;
    const next = () => apply(request, limit, index + 1);
    const applied = use.credential.apply(request, use);
    return applied ? inTime(applied, limit).then(next) : next();
  }

  async function renew(refused: WireRequest, limit: Limit): Promise<boolean> {
    let isRenewed = false;
    for (const use of wasRenewed ? [] : inUse) {
      isRenewed ||= await inTime(Promise.resolve(use.credential.renew?.(refused, use) ?? false), limit);
    }
    wasRenewed ||= isRenewed;
    return isRenewed;
  }

  return inUse.length === 0
    ? undefined
    : {
        apply,
        renew,
        assertSendable,
        hide: hideAdded,
        explain(response) {
          const hints = inUse.map((use) => use.credential.explain?.(response, use));
          const told = [
            hints.find((hint) => hint),
            response.status === 401 && "The credentials were refused.",
          ];
          return told.filter((part) => part).join(" ");
        },
      };
};

/** The sets of schemes that an operation is open to. */
export function alternatives(
  { securitySchemes }: ServiceDescription,
  { security }: OperationDescription,
): readonly (readonly string[])[] {
  return security ?? Object.keys(securitySchemes).map((name) => [name]);
}

interface InUse extends CredentialUse {
  readonly credential: Credential;
}

function assign(connection: Connection, operation: OperationDescription): readonly InUse[] {
  const { credentials, service } = connection;
  for (const names of alternatives(service, operation)) {
    const found = names.flatMap((schemeName) => {
      const scheme = service.securitySchemes[schemeName];
      const credential = scheme && credentials.find((one) => one.matches(scheme, schemeName));
      return credential ? [{ credential, scheme, schemeName, connection }] : [];
    });
    if (found.length === names.length) return found;
  }
  return [];
}
