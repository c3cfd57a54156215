import { createSession } from "../src/auth/session.ts";
import type { SessionDescription } from "../src/auth/session-description.ts";
import type { SessionInputs } from "../src/auth/session-inputs.ts";
import { callOperation } from "../src/call-operation.ts";
import type { ClientOptions } from "../src/client-options.ts";
import { type Connection, connect } from "../src/connection.ts";
import type { SessionServer } from "./session-server.ts";
import { getJob, getRefreshToken, getToken, logIn, logOut, sessionService } from "./session-service.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";

export const byPassword: SessionDescription = {
  login: logIn,
  inputs: { username: true, password: true, domain: false },
  arguments: { user: "$inputs.username", password: "$inputs.password", domain: "$inputs.domain" },
  token: "$response.header.X-New-Session",
  logout: logOut,
};

/** By a second operation. */
export const byChain: SessionDescription = {
  login: getRefreshToken,
  inputs: { username: true, password: true },
  arguments: { user: "$inputs.username", password: "$inputs.password" },
  // biome-ignore lint/suspicious/noThenProperty: the vocabulary's word; it is no function, so `await` minds it not
  then: getToken,
  token: "$response.body#/token",
};

export const INPUTS = { username: "ann", password: "password-canary" } as const;

export interface Opening extends ClientOptions {
  /** What is other than by password. */
  readonly way?: Partial<SessionDescription>;
  readonly scheme?: string;
  readonly inputs?: SessionInputs;
}

/** A connection to the server, with a session and a clock that stands still. */
export function openSession(
  server: SessionServer,
  { way, scheme = "Session", inputs = INPUTS, ...options }: Opening = {},
): { connection: Connection; clock: VirtualClock } {
  const auth = createSession({ [scheme]: [{ ...byPassword, ...way }] }, inputs);
  const clock = virtualClock();
  return { clock, connection: connect(sessionService, { auth, clock, fetch: server.fetch, ...options }) };
}

/** The status of a call that wants the token. */
export async function callJob(connection: Connection, signal?: AbortSignal): Promise<number> {
  return (await callOperation(connection, getJob, {}, { signal })).response.status;
}

/** What a promise is rejected with. */
export async function faultOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
}

/** What others wait for until it is opened. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
