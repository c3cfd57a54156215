import type { AccessKeyInput, ClientModule } from "../run/client-caller.ts";

/** What is judged: a client package, or whatever makes a client. */
export type ConformanceOptions = {
  /** Path or `file:` URL of the document. */
  readonly document: string | URL;
} & (
  | {
      /** The client package, as a module: its own factories make the credentials. */
      readonly client: ClientModule;
    }
  | {
      /**
       * Makes a client with a method per operation, named after its operationId, that takes one object of arguments by
       * wire name. It sends through the `fetch` that it is handed, to the base URL that it is handed.
       */
      readonly createClient: (options: ClientOptions) => object;
    }
);

/** A user's name and password, a token, an access key to sign with, or what follows a scheme's name. */
export interface CaseCredentials {
  readonly username?: string;
  readonly password?: string;
  readonly token?: string;
  readonly accessKey?: AccessKeyInput;
  readonly scheme?: string;
  readonly authorization?: string;
}

/** What a client is made of. */
export interface ClientOptions {
  readonly baseUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The credentials of the case: of one kind, or of all that go together; none where the case is about having none. */
  readonly credentials?: CaseCredentials;
}

/** The client of the options, as a module. */
export function judgedClient(options: ConformanceOptions): ClientModule {
  return "client" in options ? options.client : clientOf(options.createClient);
}

/** A module whose factories of credentials hand them on as they are. */
function clientOf(createClient: (options: ClientOptions) => object): ClientModule {
  return {
    createClient: ({ baseUrl = "", fetch = globalThis.fetch, auth } = {}) =>
      createClient({ baseUrl, fetch, ...(auth !== undefined && { credentials: merged(auth) }) }),
    basic: (username, password) => ({ username, password }),
    bearer: (token) => ({ token }),
    apiKey: (token) => ({ token }),
    accessKey: (accessKey) => ({ accessKey }),
    authorization: (scheme, authorization) => ({ scheme, authorization }),
  };
}

/** What goes together is a list; each kind of credential has members of its own. */
function merged(auth: unknown): CaseCredentials {
  return Object.assign({}, ...[auth].flat());
}
