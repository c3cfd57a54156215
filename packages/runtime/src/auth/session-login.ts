import { callOperation, toResult } from "../call-operation.ts";
import type { Connection } from "../connection.ts";
import { hideSecrets } from "../hide-secrets.ts";
import { type Exchange, evaluate } from "../links/runtime-expression.ts";
import { takeWay } from "../links/ways.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { ReadAnswer } from "../read/read-answer.ts";
import { RequestError } from "../request-error.ts";
import { withTimeout } from "../send/with-timeout.ts";
import { toRequestError } from "../unwrap.ts";
import { alternatives } from "./authenticate.ts";
import { basic } from "./basic.ts";
import { fillInputs, readInputs, type SessionValues } from "./session-inputs.ts";
import { type Life, lifeOf } from "./session-lifetime.ts";
import type { ChosenWay } from "./session-way.ts";

/** What a login brings. */
export interface Session extends Life {
  readonly token: string;
  readonly usedAt: number;
}

/**
 * Logs in, by a second operation if the way has one. No signal of a caller reaches it, since others wait for it too.
 *
 * @throws RequestError if it is refused or not answered, or if its answer holds no token: of the login's operation.
 * @throws TypeError if an input turns out to be missing, or is not given in time, and what its function throws.
 */
export async function logIn(connection: Connection, { way, given }: ChosenWay): Promise<Session> {
  const { clock, totalTimeout } = connection;
  // All that come later wait for this login: a function that gives nothing must not keep them for ever.
  const values = await withTimeout(clock, totalTimeout, undefined, () => readInputs(way, given), late);
  try {
    const own = { ...connection, credentials: credentialsOf(connection, way.login, values) };
    const begun = connection.clock.now();
    let last = await exchange(own, way.login, fillInputs(way, values));
    if (way.then) last = await exchange(own, way.then, argumentsOf(way.then, last));

    const token = evaluate(way.token, last);
    if (typeof token !== "string" || token === "") throw noToken(way.token, last);
    const expires = evaluate(way.expires, last);
    return { token, usedAt: begun, ...lifeOf(way, { begun, expires, response: last.response }) };
  } catch (error) {
    throw hideValues(error, values);
  }
}

function late(): TypeError {
  return new TypeError("session(…): a function for what the login needs gave nothing in time.");
}

/** A login bears HTTP Basic if it asks for that; never the credential that it is to bring. */
function credentialsOf(
  { service }: Connection,
  login: OperationDescription,
  { username, password }: SessionValues,
): Connection["credentials"] {
  const asked = alternatives(service, login).flat();
  const isBasic = asked.some((name) => {
    const scheme = service.securitySchemes[name];
    return scheme?.type === "http" && scheme.scheme.toLowerCase() === "basic";
  });
  if (!isBasic || username === undefined || password === undefined) return [];
  return [basic(username, password)];
}

interface Answered extends Exchange {
  readonly operation: OperationDescription;
  readonly answer: ReadAnswer;
  readonly response: Response;
}

async function exchange(
  connection: Connection,
  operation: OperationDescription,
  args: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const answer = await callOperation(connection, operation, args);
  if (!answer.response.ok || answer.code !== undefined) throw asError(answer);
  const body = answer.malformed ? undefined : answer.value;
  return { operation, answer, args, response: answer.response, body };
}

/** What the answer holds for the second operation, by the link between them. */
function argumentsOf(target: OperationDescription, last: Answered): Readonly<Record<string, unknown>> {
  const { operation, args, answer } = last;
  const result = toResult(answer);
  if (!result.ok) throw toRequestError(result);
  const links = operation.links?.filter(({ operationId }) => operationId === target.id) ?? [];
  return takeWay(
    links.map((link) => ({ link, target })),
    operation,
    args,
    result,
  ).args;
}

/** An answer whose body matters. A token in a header needs none. */
function readable(answered: Answered): Answered {
  if (answered.answer.malformed) throw asError(answered.answer);
  return answered;
}

function noToken(place: string, answered: Answered): RequestError {
  const { operation, answer, response } = readable(answered);
  const hidden = place.startsWith("$response.header.") ? HIDDEN_HEADER : "";
  return new RequestError(`${operation.id} ${response.status}: there is no token at ${place}${hidden}`, {
    reason: "malformed",
    operation: operation.id,
    status: response.status,
    requestId: answer.requestId(),
    retryable: false,
    response,
    error: answered.body,
  });
}

// Fetch §3.3.6.
const HIDDEN_HEADER =
  ". To a page of another origin, a header shows only if the server exposes it (Access-Control-Expose-Headers)";

function asError(answer: ReadAnswer): unknown {
  const result = toResult(answer);
  return result.ok ? undefined : toRequestError(result);
}

/** What was sent is secret; whoever sends it, a `fetch` of the user's for one, may have put it into an error. */
function hideValues(error: unknown, values: SessionValues): unknown {
  if (!(error instanceof RequestError)) return error;
  return new RequestError(
    error.message,
    error,
    error.cause,
    hideSecrets(Object.values(values).flatMap(spellings)),
  );
}

/** As it stands in JSON, and in a form. */
function spellings(value: string): string[] {
  return [value, JSON.stringify(value).slice(1, -1), new URLSearchParams([["", value]]).toString().slice(1)];
}
