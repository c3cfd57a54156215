import { callOperation, toResult } from "../call-operation.ts";
import type { Connection } from "../connection.ts";
import { isoToMilliseconds } from "../duration.ts";
import { toRequestError } from "../unwrap.ts";
import { authenticate } from "./authenticate.ts";
import type { Credential } from "./credential.ts";
import type { SessionDescriptions } from "./session-description.ts";
import type { SessionInputs } from "./session-inputs.ts";
import { keepSession, type SessionKeeper } from "./session-keeper.ts";
import { logIn } from "./session-login.ts";
import { setToken, tokenIn } from "./session-token.ts";
import { type ChosenWay, chooseWay } from "./session-way.ts";
import { whenKnown } from "./when-known.ts";

/**
 * Authenticates with the token of a session: logs in before the first request, renews the token shortly before it
 * lapses and once after a 401, and logs out at the end.
 *
 * @param sessions - the documented ways to log in, by security scheme
 * @param inputs - what the way needs, each a text or a function that is asked for it at each login; `login` names
 *   the way by the operation that answers with the token, otherwise it is the first that they fit
 * @throws TypeError if they fit none.
 * @example
 * createClient({ auth: createSession(sessions, { username, password: () => vault.read("password") }) });
 */
export function createSession(sessions: SessionDescriptions, inputs: SessionInputs): Credential {
  const chosen = chooseWay(sessions, inputs);
  const idle = chosen.way.idle === undefined ? undefined : isoToMilliseconds(chosen.way.idle);
  // By what all that derives from one connection shares, since one credential may serve several clients: what one
  // server gave, no other may see.
  const keepers = new WeakMap<Connection["budget"], SessionKeeper>();

  function keeperOf({ budget }: Connection): SessionKeeper {
    const known = keepers.get(budget);
    if (known) return known;
    const keeper = keepSession((connection) => logIn(connection, chosen), idle);
    keepers.set(budget, keeper);
    return keeper;
  }

  return {
    name: "session(…)",
    authenticate,
    matches: (_, name) => name === chosen.schemeName,
    apply(request, { connection, scheme }) {
      const token = keeperOf(connection).get(connection);
      return whenKnown(token, (known) => setToken(request, scheme, known));
    },
    async renew(request, { connection, scheme }) {
      await keeperOf(connection).replace(tokenIn(request, scheme), connection);
      return true;
    },
    async end(connection) {
      const keeper = keepers.get(connection.budget);
      // Whoever calls from now on logs in anew.
      keepers.delete(connection.budget);
      const token = await keeper?.last();
      if (token !== undefined) await logOut(connection, chosen, token);
    },
  };
}

/** @throws RequestError if it is refused for another reason than that there is no such session any more. */
async function logOut(connection: Connection, { way, schemeName }: ChosenWay, token: string): Promise<void> {
  const scheme = connection.service.securitySchemes[schemeName];
  if (!way.logout || !scheme) return;
  const credential: Credential = {
    name: "session(…)",
    authenticate,
    matches: () => true,
    apply: (request) => setToken(request, scheme, token),
  };
  const own = { ...connection, credentials: [credential] };
  const answer = await callOperation(own, { ...way.logout, security: [[schemeName]] });
  const { response, code } = answer;
  const result = toResult(answer);
  // Whatever its body is.
  const isEnded = (response.ok && code === undefined) || response.status === 401;
  if (!isEnded && !result.ok) throw toRequestError(result);
}
