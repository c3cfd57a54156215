import type { AccessKey, Credentials } from "../authentication/credentials.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document, SecurityScheme } from "../document/document.ts";
import { singleSchemes } from "../document/single-schemes.ts";
import type { SignedScheme } from "../signature/signature-rules.ts";

/** Plainly fake, and the only ones that are good on the sandbox. */
export const DEVELOPMENT_CREDENTIALS: Credentials = {
  username: "developer",
  password: "not-a-password",
  token: "not-a-token",
  accessKey: { id: "development-key", secret: "not-a-secret" },
  authorization: "not-a-credential",
};

/** The same with a temporary access key. */
export const TEMPORARY_CREDENTIALS: Credentials = {
  ...DEVELOPMENT_CREDENTIALS,
  accessKey: { id: "temporary-key", secret: "not-a-secret-either", securityToken: "not-a-security-token" },
};

/**
 * Credentials from `SETTLED_USERNAME`, `SETTLED_PASSWORD`, `SETTLED_TOKEN`, `SETTLED_ACCESS_KEY_ID`,
 * `SETTLED_ACCESS_KEY_SECRET`, `SETTLED_SECURITY_TOKEN`, `SETTLED_AUTHORIZATION`.
 */
export function credentialsFromEnvironment(env: NodeJS.ProcessEnv = process.env): Credentials | undefined {
  const accessKey = accessKeyFrom(env);
  const found = {
    ...(env.SETTLED_USERNAME && { username: env.SETTLED_USERNAME }),
    ...(env.SETTLED_PASSWORD && { password: env.SETTLED_PASSWORD }),
    ...(env.SETTLED_TOKEN && { token: env.SETTLED_TOKEN }),
    ...(accessKey && { accessKey }),
    ...(env.SETTLED_AUTHORIZATION && { authorization: env.SETTLED_AUTHORIZATION }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

function accessKeyFrom({
  SETTLED_ACCESS_KEY_ID: id,
  SETTLED_ACCESS_KEY_SECRET: secret,
  SETTLED_SECURITY_TOKEN: securityToken,
}: NodeJS.ProcessEnv): AccessKey | undefined {
  return id && secret ? { id, secret, ...(securityToken && { securityToken }) } : undefined;
}

export type ChosenCredentials =
  | { readonly kind: "basic"; readonly username: string; readonly password: string }
  | { readonly kind: "bearer"; readonly scheme: "Bearer"; readonly value: string }
  | { readonly kind: "accessKey"; readonly scheme: SignedScheme; readonly key: AccessKey }
  | { readonly kind: "authorization"; readonly scheme: string; readonly value: string }
  | {
      readonly kind: "apiKey";
      readonly scheme: Extract<SecurityScheme, { type: "apiKey" }>;
      readonly value: string;
    };

/** The documented way to authenticate that a case asks for; else the first that the credentials can serve. */
export function credentialsFor(
  document: Document,
  { operation, securityScheme }: Pick<TestCase, "operation" | "securityScheme">,
  credentials: Credentials,
): ChosenCredentials | undefined {
  const names = securityScheme === undefined ? singleSchemes(document, operation) : [securityScheme];
  for (const name of names) {
    const scheme = document.securitySchemes[name];
    const chosen = scheme && serve(scheme, credentials);
    if (chosen) return chosen;
  }
  return undefined;
}

function serve(scheme: SecurityScheme, from: Credentials): ChosenCredentials | undefined {
  const { token } = from;
  if (scheme.type === "http") return serveHttp(scheme, from);
  if (scheme.type !== "apiKey" || token === undefined) return undefined;
  return { kind: "apiKey", scheme, value: token };
}

function serveHttp(
  { scheme, signature }: Extract<SecurityScheme, { type: "http" }>,
  { username, password = "", token, accessKey, authorization }: Credentials,
): ChosenCredentials | undefined {
  if (signature) return accessKey && { kind: "accessKey", scheme: { scheme, signature }, key: accessKey };
  switch (scheme.toLowerCase()) {
    case "basic":
      return username === undefined ? undefined : { kind: "basic", username, password };
    case "bearer":
      return token === undefined ? undefined : { kind: "bearer", scheme: "Bearer", value: token };
    default:
      return authorization === undefined
        ? undefined
        : { kind: "authorization", scheme, value: authorization };
  }
}
