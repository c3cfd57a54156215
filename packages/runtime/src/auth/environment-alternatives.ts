import type { SecurityScheme } from "../service-description.ts";
import { createAccessKey } from "./access-key.ts";
import { apiKey } from "./api-key.ts";
import { basic } from "./basic.ts";
import { bearer } from "./bearer.ts";
import type { Credential } from "./credential.ts";
import { createSession } from "./session.ts";
import type { SessionDescription } from "./session-description.ts";
import { inputsOf } from "./session-way.ts";
import type { SignatureDescriptions } from "./signature-description.ts";

/** One way to a credential of a security scheme: from these parts. */
export interface Alternative {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly make: (values: Readonly<Record<string, string>>) => Credential;
}

/** What a security scheme can be served with, a token that is had already before one that is to be had. */
export function alternativesOf(
  schemeName: string,
  scheme: SecurityScheme,
  ways: readonly SessionDescription[],
  signatures: SignatureDescriptions,
): Alternative[] {
  if (scheme.type === "http" && scheme.isSigned) return [signedBy(signatures)];
  if (scheme.type === "http" && scheme.scheme.toLowerCase() === "basic") return [BASIC];
  const logins = ways.map((way) => ({
    required: inputsOf(way, true),
    optional: inputsOf(way, false),
    make: (values: Readonly<Record<string, string>>) => createSession({ [schemeName]: [way] }, values),
  }));
  return [scheme.type === "apiKey" ? API_KEY : BEARER, ...logins];
}

function signedBy(signatures: SignatureDescriptions): Alternative {
  return {
    required: ["accessKeyId", "accessKeySecret"],
    optional: ["securityToken"],
    make: ({ accessKeyId = "", accessKeySecret = "", securityToken }) =>
      createAccessKey(signatures, { accessKeyId, accessKeySecret, securityToken }),
  };
}

const BASIC: Alternative = {
  required: ["username", "password"],
  optional: [],
  make: ({ username = "", password = "" }) => basic(username, password),
};

const API_KEY: Alternative = { required: ["token"], optional: [], make: ({ token = "" }) => apiKey(token) };

const BEARER: Alternative = { required: ["token"], optional: [], make: ({ token = "" }) => bearer(token) };
