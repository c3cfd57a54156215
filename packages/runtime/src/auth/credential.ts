import type { Connection } from "../connection.ts";
import type { SecurityScheme } from "../service-description.ts";
import type { WireRequest } from "../wire-request.ts";
import type { Authenticate } from "./authenticate.ts";

/** A way to authenticate requests. Made by a factory such as `basic`, `bearer`, `session` or `accessKey`. */
export interface Credential {
  /** How it was made, without its secret: `basic(…)`. */
  readonly name: string;
  /** Whether it is what a documented scheme asks for. @internal */
  matches(scheme: SecurityScheme, name: string): boolean;
  /** Brings it, and the others of its connection, to a call: `authenticate`. */
  readonly authenticate: Authenticate;
  /** Sets its headers on the request, in place; called anew for each attempt, last of all. @internal */
  apply(request: WireRequest, use: CredentialUse): void | Promise<void>;
  /**
   * Told that the request it was applied to came back with 401: whether another attempt would carry another
   * credential. Without it there is none.
   * @internal
   */
  renew?(request: WireRequest, use: CredentialUse): boolean | Promise<boolean>;
  /** What may have been wrong with the credential, if the answer to a request that bore it gives a hint. @internal */
  explain?(response: Response, use: CredentialUse): string | undefined;
  /** Ends what it holds on the server, a session for one. @internal */
  end?(connection: Connection): Promise<void>;
}

/** What a credential is used with. */
export interface CredentialUse {
  /** The documented scheme that it serves, and its name in the document. */
  readonly scheme: SecurityScheme;
  readonly schemeName: string;
  readonly connection: Connection;
}
