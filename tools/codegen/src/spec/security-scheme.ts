/** OAS 3.1.1 §4.8.27, with the project's `x-` keywords (specs/vocabulary.schema.json). */
export interface SecuritySchemeObject {
  type: string;
  scheme?: string;
  in?: string;
  name?: string;
  description?: string;
  "x-session"?: Session[];
  "x-signature"?: Signature;
  "x-environment"?: Record<string, string[]>;
}

/** One way to log in: operations by their ids, places in answers as runtime expressions. */
export interface Session {
  login: string;
  /** A string `$inputs.<name>` in it, at any depth, stands for what the user gives. */
  arguments?: Record<string, unknown>;
  /** The inputs that need not be given. */
  optional?: string[];
  then?: string;
  token: string;
  logout?: string;
  expires?: string;
  idle?: string;
  lifetime?: string;
}

/** `x-signature`: what one way to sign requests has otherwise than another. */
export interface Signature {
  keyId: string;
  separator: string;
  date: { header: string; format: string };
  dateInString?: true;
  nonce?: string;
  contentHash?: string;
  securityToken: string;
  temporaryKeyId?: string;
  headers: string[];
  trailingSlash?: true;
}
