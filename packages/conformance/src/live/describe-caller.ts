import type { Credentials } from "../authentication/credentials.ts";
import { carriableRequirements, formatRequirement } from "../document/carriable-requirements.ts";
import type { Document } from "../document/document.ts";
import { credentialsFor } from "../run/credentials.ts";
import { roleOf } from "../sandbox/access/input-role.ts";
import { chosenVariable, documentedVariables, type Environment } from "./environment.ts";
import { isSecured } from "./is-secured.ts";
import { loginOperations } from "./login-operations.ts";

/** By which credentials a service is asked: each scheme that they serve, and whose they are, as far as may be told. */
export function describeCaller(document: Document, credentials: Credentials | undefined): string {
  const secured = document.operations.filter(isSecured);
  const served = secured.flatMap((operation) =>
    carriableRequirements(document, operation)
      .filter((requirement) => credentialsFor(document, { operation, requirement }, credentials ?? {}))
      .slice(0, 1),
  );
  const schemes = [...new Set(served.flat())];
  if (schemes.length > 0)
    return schemes.map((name) => describe(document, name, credentials ?? {})).join(", ");
  const wanted = [...new Set(secured.flatMap(({ security }) => security.map(formatRequirement)))];
  if (!credentials)
    return wanted.length > 0 ? `no credentials, where ${wanted.join(" or ")} is wanted` : "no credentials";
  const login =
    loginOperations(document).length > 0 ? " (to log in takes the client, and all that it asks for)" : "";
  return `credentials that fit none of ${wanted.join(", ")}${login}`;
}

/** The same, where the client logs in by itself. */
export function describeSession(document: Document, env: Environment): string {
  const known = documentedVariables(document).flatMap((part) => {
    const isShown = roleOf(part.part) === "username" || part.part === "accessKeyId";
    const value = env[chosenVariable(part, env) ?? ""];
    return isShown && value ? [abbreviate(value)] : [];
  });
  const who = known.length > 0 ? ` as ${[...new Set(known)].join(", ")}` : "";
  return `what the client makes of the environment${who}`;
}

function describe(document: Document, name: string, credentials: Credentials): string {
  const scheme = document.securitySchemes[name];
  const { username = "", password, accessKey } = credentials;
  if (scheme?.type === "http" && scheme.signature) return `${name}, key ${abbreviate(accessKey?.id ?? "")}`;
  if (scheme?.type !== "http" || scheme.scheme.toLowerCase() !== "basic") return `${name}, a token`;
  return `${name}, user ${abbreviate(username)}${password ? "" : ", without a password"}`;
}

/** Enough for whoever knows it to know it again. */
function abbreviate(value: string): string {
  return `${value.slice(0, Math.min(4, Math.floor(value.length / 3)))}…`;
}
