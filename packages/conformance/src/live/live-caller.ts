import { AsyncLocalStorage } from "node:async_hooks";
import type { Credentials } from "../authentication/credentials.ts";
import type { Document } from "../document/document.ts";
import { type Caller, createDirectCaller } from "../run/caller.ts";
import { type ClientModule, createClientCaller } from "../run/client-caller.ts";
import { credentialsFor, credentialsFromEnvironment } from "../run/credentials.ts";
import type { Fetch } from "../wire/fetch.ts";
import { describeCaller, describeSession } from "./describe-caller.ts";
import { clientEnvironment, type Environment, liveCredentials } from "./environment.ts";
import { type Bearing, isNegative } from "./negative-case.ts";
import { withOwnTokens } from "./own-tokens.ts";

/** Nobody was given them. The name is no user's: services lock out those whose name is guessed with. */
export const WRONG_CREDENTIALS: Credentials = {
  username: "settled-nobody",
  password: "settled-wrong-password",
  token: "settled-wrong-token-00000000",
  accessKey: { id: "settledwrongkey0", secret: "settled-wrong-secret" },
  authorization: "settled-wrong-authorization",
};

/** Who sends the requests of a live run. */
export interface LiveCaller {
  readonly call: Caller;
  /** Whether there are credentials at all. */
  readonly authenticated: boolean;
  /** What the credentials of requests can be held against; absent where a login gives the token. */
  readonly credentials?: Credentials;
  /** Whether there is an access key, that the judge can sign with wrongly. */
  readonly signs: boolean;
  /** In words, without a secret. */
  readonly by: string;
}

export interface LiveCallerOptions {
  readonly document: Document;
  readonly baseUrl: string;
  /** Absent: the judge sends the requests itself. */
  readonly module?: ClientModule;
  readonly env?: Environment;
}

/** A client module, with the factories of credentials that only some have. */
type Factories = ClientModule & { fromEnvironment?(env: Environment): unknown };

/**
 * A caller with the credentials of the environment. `SETTLED_*` variables come first where they suffice; then the
 * client's own way to read the environment, which logs in where it must.
 */
export function createLiveCaller(options: LiveCallerOptions): LiveCaller {
  const { document, baseUrl, module, env = process.env } = options;
  const none = callerFor(options);
  const wrong = callerFor(options, WRONG_CREDENTIALS);
  const session =
    module && suffices(document, env) ? undefined : module && fromEnvironment(module, document, env);
  const credentials = session === undefined ? liveCredentials(document, env) : undefined;
  const own =
    module && session !== undefined
      ? createClientCaller(document, sharing(module, session), { baseUrl })
      : callerFor(options, credentials);
  const callers: Record<Bearing, Caller> = { own, none, wrong, ...wrongSigners(options) };
  return {
    call(testCase, send) {
      const caller = callers[isNegative(testCase) ? testCase.negative.bears : "own"];
      return caller(withOwnTokens(document, testCase), send);
    },
    authenticated: session !== undefined || credentials !== undefined,
    signs: liveCredentials(document, env)?.accessKey !== undefined,
    ...(credentials && { credentials }),
    by:
      session !== undefined
        ? describeSession(document, clientEnvironment(document, env))
        : describeCaller(document, credentials),
  };
}

const AN_HOUR = 3_600_000;

/** The judge signs by itself: no client lets itself be told to do so wrongly. */
function wrongSigners({
  document,
  baseUrl,
  env,
}: LiveCallerOptions): Record<"wrong-secret" | "stale", Caller> {
  const accessKey = liveCredentials(document, env)?.accessKey;
  const own = accessKey && { accessKey };
  const forged = accessKey && { accessKey: { ...accessKey, secret: "settled-wrong-secret" } };
  return {
    "wrong-secret": createDirectCaller(document, { baseUrl, ...(forged && { credentials: forged }) }),
    stale: createDirectCaller(document, { baseUrl, late: AN_HOUR, ...(own && { credentials: own }) }),
  };
}

function callerFor({ document, baseUrl, module }: LiveCallerOptions, credentials?: Credentials): Caller {
  const target = { baseUrl, ...(credentials && { credentials }) };
  return module ? createClientCaller(document, module, target) : createDirectCaller(document, target);
}

/** Whether `SETTLED_*` variables alone serve most of the operations that ask for credentials. */
function suffices(document: Document, env: Environment): boolean {
  const own = credentialsFromEnvironment(document, env as NodeJS.ProcessEnv);
  const secured = document.operations.filter(({ security }) => security.length > 0);
  const served = own ? secured.filter((operation) => credentialsFor(document, { operation }, own)) : [];
  return served.length * 2 > secured.length;
}

/** What the client makes of the environment; `undefined` where it can make nothing of it. */
function fromEnvironment(module: Factories, document: Document, env: Environment): unknown {
  try {
    return module.fromEnvironment?.(clientEnvironment(document, env));
  } catch {
    return undefined;
  }
}

/**
 * The same module, with one client for the whole run, so that it logs in once. What it sends goes to the `fetch` of the
 * case that it is called for.
 */
function sharing(module: ClientModule, auth: unknown): ClientModule {
  const current = new AsyncLocalStorage<Fetch>();
  let shared: Record<string, (...args: unknown[]) => unknown> | undefined;
  const fetch = (url: string, init: RequestInit) => (current.getStore() ?? nobody)(url, init);
  return {
    ...module,
    createClient({ fetch: own, ...options } = {}) {
      shared ??= module.createClient({ ...options, fetch, auth }) as NonNullable<typeof shared>;
      const client = shared;
      return new Proxy(client, {
        get(target, name: string) {
          const method = target[name];
          if (typeof method !== "function") return method;
          return (...args: unknown[]) => current.run(own as Fetch, () => method.apply(client, args));
        },
      });
    },
  };
}

async function nobody(): Promise<Response> {
  throw new Error("not sent: no case asked for it");
}
