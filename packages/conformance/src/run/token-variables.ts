import { carriableRequirements, isAccessToken } from "../document/carriable-requirements.ts";
import type { Document, SecurityScheme } from "../document/document.ts";

/**
 * The variables of schemes that want a token each, by the schemes' names: where a request carries several, one token
 * does not do for all.
 *
 * @example
 * tokenVariables(document); // Map { "appId" → "SETTLED_TOKEN_APPID", "appKey" → "SETTLED_TOKEN_APPKEY" }
 */
export function tokenVariables(document: Document): ReadonlyMap<string, string> {
  const schemeOf = (name: string) => document.securitySchemes[name];
  const together = document.operations
    .flatMap((operation) => carriableRequirements(document, operation))
    .map((names) => names.filter((name) => takesToken(schemeOf(name))))
    // One access token serves for several schemes.
    .filter((names) => names.length > 1 && !names.every((name) => isAccessToken(schemeOf(name))));
  return new Map(together.flat().map((name) => [name, variableOf(name)]));
}

function takesToken(scheme: SecurityScheme | undefined): boolean {
  if (scheme?.type === "http") return /^bearer$/i.test(scheme.scheme);
  return scheme?.type === "apiKey" || isAccessToken(scheme);
}

function variableOf(scheme: string): string {
  return `SETTLED_TOKEN_${scheme.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`;
}
