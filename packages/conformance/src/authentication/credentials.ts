/** What a person or a program logs in with. */
export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  /** A bearer token, or the value of an API key. */
  readonly token?: string;
  /** Tokens of single schemes, by the schemes' names, where one does not do for all. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** What requests are signed with. */
  readonly accessKey?: AccessKey;
  /** What follows the scheme's name in `Authorization`, for any other HTTP scheme. */
  readonly authorization?: string;
}

/** A key that signs: its id travels, its secret does not. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  /** Of a temporary key: travels with every request. */
  readonly securityToken?: string;
}

/** The credentials for one scheme: with its own token, if it has one. */
export function credentialsOf(credentials: Credentials, scheme: string): Credentials {
  const { [scheme]: token = credentials.token } = credentials.tokens ?? {};
  return { ...credentials, ...(token !== undefined && { token }) };
}
