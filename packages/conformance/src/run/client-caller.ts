import type { ClientOutcome } from "../checks/subject.ts";
import type { Document } from "../document/document.ts";
import type { Json } from "../document/json.ts";
import { TeachingError } from "../teaching-error.ts";
import { toFetch } from "../wire/fetch.ts";
import type { Caller, Target } from "./caller.ts";
import { type ChosenCredentials, credentialsFor } from "./credentials.ts";
import { flatArguments } from "./flat-arguments.ts";

/**
 * The shape of a client package, as the judge is handed it. It is known by this shape alone: the judge
 * imports no client.
 */
export interface ClientModule {
  // A method, and its options optional: so that modules which ask for a narrower `auth` fit too.
  createClient(options?: ClientModuleOptions): object;
  basic?(username: string, password: string): unknown;
  bearer?(token: string): unknown;
  apiKey?(value: string): unknown;
  accessKey?(key: AccessKeyInput): unknown;
  authorization?(scheme: string, credentials: string): unknown;
}

export interface ClientModuleOptions {
  baseUrl?: string | undefined;
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** What one of the module's own factories made. */
  auth?: unknown;
  /** `false` where the judge calls: a case is one exchange. */
  retry?: unknown;
}

export interface AccessKeyInput {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}

type Method = (args: Record<string, Json>) => Promise<unknown>;

/**
 * Calls a client as its users do: one method per operation, one flat object of arguments.
 *
 * @throws TeachingError when the module is no client, or has no method for an operation.
 */
export function createClientCaller(
  document: Document,
  module: ClientModule,
  { baseUrl, credentials }: Target,
): Caller {
  if (typeof module.createClient !== "function") {
    throw new TeachingError({
      what: "the module is no client",
      expected: "a module that exports createClient",
      example: 'import * as client from "@settled/acme-jobs-client"',
    });
  }
  return async (testCase, send) => {
    const { operation } = testCase;
    const fetch = toFetch(send);
    const chosen = credentials && credentialsFor(document, testCase, credentials);
    const auth = chosen && createAuth(module, chosen);
    const client = module.createClient({ baseUrl, fetch, retry: false, ...(auth !== undefined && { auth }) });
    const method = (client as Record<string, Method | undefined>)[operation.id];
    if (typeof method !== "function") {
      throw new TeachingError({
        what: `the client has no method for ${operation.id}`,
        expected: "one method per documented operation, named after its operationId",
        example: "a client of this document: was it generated before the document changed?",
      });
    }
    return outcomeOf(() => method.call(client, flatArguments(document, testCase)));
  };
}

interface ClientResult {
  readonly ok: unknown;
  readonly status: unknown;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response?: { readonly status: unknown };
}

async function outcomeOf(call: () => Promise<unknown>): Promise<ClientOutcome> {
  try {
    const { ok, status, data, error, response } = (await call()) as ClientResult;
    return { kind: "result", ok, status, body: ok === true ? data : error, wireStatus: response?.status };
  } catch (error) {
    return { kind: "thrown", error };
  }
}

/** Credentials, as the module's own factories make them: a list of those that go together. */
export function createAuth(module: ClientModule, chosen: readonly ChosenCredentials[]): unknown {
  const [first, ...others] = chosen.map((one) => make(module, one));
  return others.length > 0 ? [first, ...others] : first;
}

function make(module: ClientModule, chosen: ChosenCredentials): unknown {
  if (chosen.kind === "basic") return module.basic?.(chosen.username, chosen.password);
  if (chosen.kind === "bearer") return module.bearer?.(chosen.value);
  if (chosen.kind === "apiKey") return module.apiKey?.(chosen.value);
  if (chosen.kind === "accessKey") {
    const { id, secret, securityToken } = chosen.key;
    const token = securityToken === undefined ? {} : { securityToken };
    return module.accessKey?.({ accessKeyId: id, accessKeySecret: secret, ...token });
  }
  return module.authorization?.(chosen.scheme, chosen.value);
}
