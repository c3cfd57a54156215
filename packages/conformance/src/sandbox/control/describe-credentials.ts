import type { Credentials } from "../../authentication/credentials.ts";
import type { Document, SecurityScheme } from "../../document/document.ts";
import { DEVELOPMENT_CREDENTIALS } from "../../run/credentials.ts";

/** With what somebody may come in, by the name of the security scheme. */
export interface ShownCredentials {
  readonly scheme: string;
  readonly with: string;
}

/** The credentials of a sandbox, in words. Only those for development are told, which are no secret. */
export function describeCredentials(
  { securitySchemes }: Document,
  credentials: Credentials,
): readonly ShownCredentials[] {
  const isOpen = credentials === DEVELOPMENT_CREDENTIALS;
  return Object.entries(securitySchemes).flatMap(([scheme, described]) => {
    const text = isOpen ? inWords(described, credentials) : "what the sandbox was given";
    return text === undefined ? [] : [{ scheme, with: text }];
  });
}

function inWords(
  scheme: SecurityScheme,
  { username, password, token, accessKey, authorization }: Credentials,
): string | undefined {
  if (scheme.type === "apiKey") return `${scheme.in} ${scheme.name}: ${token}, or the token of a login`;
  if (scheme.type !== "http") return undefined;
  if (scheme.signature) return `access key ${accessKey?.id}, secret ${accessKey?.secret}`;
  if (/^basic$/i.test(scheme.scheme)) return `user ${username}, password ${password}`;
  if (/^bearer$/i.test(scheme.scheme)) return `bearer token ${token}, or the token of a login`;
  return `Authorization: ${scheme.scheme} ${authorization}`;
}
