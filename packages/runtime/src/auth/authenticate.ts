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
  /** Sets their headers on a request, in place: at once where they have what they need. @internal */
  apply(request: WireRequest, limit: Limit): void | Promise<void>;
  /** After a 401: whether another attempt would carry another credential. It is so once in a call. @internal */
  renew(refused: WireRequest, limit: Limit): Promise<boolean>;
  /** @throws TypeError if a header that they added is why a request was not answered. @internal */
  assertSendable(headers: WireRequest["headers"]): void;
  /** Takes out of a text what they added to a request. @internal */
  hide(added: Added): (text: string) => string;
  /** What may have been wrong with them, and whether an answer refuses them; what is no text says nothing. @internal */
  explain(response: Response): readonly unknown[];
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
  const inTime = <Value>(work: () => Promise<Value>, { left, late }: Limit) =>
    withTimeout(connection.clock, left(), signal, work, late);
  let wasRenewed = false;
  return (
    inUse[0] && {
      apply(request, limit) {
        let applied: Promise<void> | undefined;
        for (const use of inUse) {
          const apply = () => use.credential.apply(request, use);
          applied = (applied ? applied.then(apply) : apply()) || undefined;
        }
        const promised = applied;
        return promised && inTime(() => promised, limit);
      },
      async renew(refused, limit) {
        if (wasRenewed) return false;
        for (const use of inUse) {
          wasRenewed ||= !!(await inTime(async () => use.credential.renew?.(refused, use), limit));
        }
        return wasRenewed;
      },
      assertSendable,
      hide: hideAdded,
      explain: (response) => [
        ...inUse.map((use) => use.credential.explain?.(response, use)),
        response.status === 401 && "The credentials were refused.",
      ],
    }
  );
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

/** Neither a connection nor an operation changes, and to find them anew takes a part of a call that shows. */
const assigned = /* @__PURE__ */ new WeakMap<Connection, Map<OperationDescription, readonly InUse[]>>();

function assign(connection: Connection, operation: OperationDescription): readonly InUse[] {
  const known = assigned.get(connection);
  const before = known?.get(operation);
  if (before) return before;
  const inUse = find(connection, operation);
  assigned.set(
    connection,
    (known ?? new Map<OperationDescription, readonly InUse[]>()).set(operation, inUse),
  );
  return inUse;
}

function find(connection: Connection, operation: OperationDescription): readonly InUse[] {
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
