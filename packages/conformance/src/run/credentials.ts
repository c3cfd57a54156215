import { type AccessKey, type Credentials, credentialsOf } from "../authentication/credentials.ts";
import type { TestCase } from "../cases/test-case.ts";
import { carriableRequirements, isAccessToken } from "../document/carriable-requirements.ts";
import type { Document, SecurityScheme } from "../document/document.ts";
import type { SignedScheme } from "../signature/signature-rules.ts";
import { tokenVariables } from "./token-variables.ts";

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
 * `SETTLED_ACCESS_KEY_SECRET`, `SETTLED_SECURITY_TOKEN`, `SETTLED_AUTHORIZATION`, and from the variables of schemes that
 * want a token each.
 */
export function credentialsFromEnvironment(
  document: Document,
  env: NodeJS.ProcessEnv = process.env,
): Credentials | undefined {
  const accessKey = accessKeyFrom(env);
  const tokens = tokensFrom(document, env);
  const found = {
    ...(env.SETTLED_USERNAME && { username: env.SETTLED_USERNAME }),
    ...(env.SETTLED_PASSWORD && { password: env.SETTLED_PASSWORD }),
    ...(env.SETTLED_TOKEN && { token: env.SETTLED_TOKEN }),
    ...(Object.keys(tokens).length > 0 && { tokens }),
    ...(accessKey && { accessKey }),
    ...(env.SETTLED_AUTHORIZATION && { authorization: env.SETTLED_AUTHORIZATION }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

function tokensFrom(document: Document, env: NodeJS.ProcessEnv): Record<string, string> {
  const set = [...tokenVariables(document)].flatMap(([scheme, variable]) => {
    const value = env[variable];
    return value ? [[scheme, value] as const] : [];
  });
  return Object.fromEntries(set);
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

/**
 * What is needed for the documented way to authenticate that a case asks for; else for the first that the credentials
 * can serve in full. What signs comes last, and signs the others too.
 */
export function credentialsFor(
  document: Document,
  { operation, requirement }: Pick<TestCase, "operation" | "requirement">,
  credentials: Credentials,
): readonly ChosenCredentials[] | undefined {
  for (const names of requirement ? [requirement] : carriableRequirements(document, operation)) {
    const chosen = names.flatMap((name) => {
      const scheme = document.securitySchemes[name];
      return (scheme && serve(scheme, credentialsOf(credentials, name))) ?? [];
    });
    if (chosen.length === names.length) {
      return chosen.sort((a, b) => Number(a.kind === "accessKey") - Number(b.kind === "accessKey"));
    }
  }
  return undefined;
}

function serve(scheme: SecurityScheme, from: Credentials): ChosenCredentials | undefined {
  const { token } = from;
  if (scheme.type === "http") return serveHttp(scheme, from);
  if (token === undefined) return undefined;
  if (scheme.type === "apiKey") return { kind: "apiKey", scheme, value: token };
  return isAccessToken(scheme) ? { kind: "bearer", scheme: "Bearer", value: token } : undefined;
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
