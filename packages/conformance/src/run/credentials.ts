import type { Document, Operation, SecurityScheme } from "../document/document.ts";

/** What a person or a program logs in with. */
export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  /** A bearer token, or the value of an API key. */
  readonly token?: string;
  /** What follows the scheme's name in `Authorization`, for any other HTTP scheme. */
  readonly authorization?: string;
}

/** Plainly fake, for the sandbox alone: it asks that credentials are there, not that they are good. */
export const DEVELOPMENT_CREDENTIALS: Credentials = {
  username: "developer",
  password: "not-a-password",
  token: "not-a-token",
  authorization: "Credential=not-a-key,SignedHeaders=host,Signature=0000",
};

/** Credentials from `SETTLED_USERNAME`, `SETTLED_PASSWORD`, `SETTLED_TOKEN`, `SETTLED_AUTHORIZATION`. */
export function credentialsFromEnvironment(env: NodeJS.ProcessEnv = process.env): Credentials | undefined {
  const found = {
    ...(env.SETTLED_USERNAME && { username: env.SETTLED_USERNAME }),
    ...(env.SETTLED_PASSWORD && { password: env.SETTLED_PASSWORD }),
    ...(env.SETTLED_TOKEN && { token: env.SETTLED_TOKEN }),
    ...(env.SETTLED_AUTHORIZATION && { authorization: env.SETTLED_AUTHORIZATION }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

export type ChosenCredentials =
  | { readonly kind: "basic"; readonly username: string; readonly password: string }
  | { readonly kind: "bearer"; readonly scheme: "Bearer"; readonly value: string }
  | { readonly kind: "authorization"; readonly scheme: string; readonly value: string }
  | {
      readonly kind: "apiKey";
      readonly scheme: Extract<SecurityScheme, { type: "apiKey" }>;
      readonly value: string;
    };

/** The first documented way to authenticate that the credentials can serve. */
export function credentialsFor(
  { securitySchemes }: Document,
  { security }: Operation,
  credentials: Credentials,
): ChosenCredentials | undefined {
  for (const alternative of security) {
    const [name, ...others] = alternative;
    const scheme = name === undefined ? undefined : securitySchemes[name];
    const chosen = scheme && others.length === 0 ? serve(scheme, credentials) : undefined;
    if (chosen) return chosen;
  }
  return undefined;
}

function serve(scheme: SecurityScheme, from: Credentials): ChosenCredentials | undefined {
  const { username, password, token, authorization } = from;
  if (scheme.type === "apiKey")
    return token === undefined ? undefined : { kind: "apiKey", scheme, value: token };
  if (scheme.type !== "http") return undefined;
  switch (scheme.scheme.toLowerCase()) {
    case "basic":
      return username === undefined ? undefined : { kind: "basic", username, password: password ?? "" };
    case "bearer":
      return token === undefined ? undefined : { kind: "bearer", scheme: "Bearer", value: token };
    default:
      return authorization === undefined
        ? undefined
        : { kind: "authorization", scheme: scheme.scheme, value: authorization };
  }
}
