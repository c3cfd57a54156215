import type { SecurityScheme } from "../service-description.ts";
import type { AccessKey } from "./access-key.ts";
import { apiKey } from "./api-key.ts";
import { basic } from "./basic.ts";
import { bearer } from "./bearer.ts";
import type { Credential } from "./credential.ts";
import type { createSession } from "./session.ts";
import type { SessionDescription } from "./session-description.ts";
import { inputsOf } from "./session-way.ts";

/** One way to a credential of a security scheme: from these parts. */
export interface Alternative {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly make: (values: Readonly<Record<string, string>>) => Credential;
}

/** What makes a credential that not every service takes: of a client that has none to make, its code is no part. */
export interface Makers {
  readonly createSession?: typeof createSession | undefined;
  readonly accessKey?: ((key: AccessKey) => Credential) | undefined;
}

/** What a security scheme can be served with, a token that is had already before one that is to be had. */
export function alternativesOf(
  schemeName: string,
  scheme: SecurityScheme,
  ways: readonly SessionDescription[],
  { accessKey, createSession }: Makers,
): Alternative[] {
  if (scheme.type === "http" && scheme.isSigned) return accessKey ? [signedBy(accessKey)] : [];
  if (scheme.type === "http" && scheme.scheme.toLowerCase() === "basic") return [BASIC];
  const token = scheme.type === "apiKey" ? API_KEY : BEARER;
  if (!createSession) return [token];
  const logins = ways.map((way) => ({
    required: inputsOf(way, true),
    optional: inputsOf(way, false),
    make: (values: Readonly<Record<string, string>>) => createSession({ [schemeName]: [way] }, values),
  }));
  return [token, ...logins];
}

function signedBy(accessKey: NonNullable<Makers["accessKey"]>): Alternative {
  return {
    required: ["accessKeyId", "accessKeySecret"],
    optional: ["securityToken"],
    make: ({ accessKeyId = "", accessKeySecret = "", securityToken }) =>
      accessKey({ accessKeyId, accessKeySecret, securityToken }),
  };
}

const BASIC: Alternative = {
  required: ["username", "password"],
  optional: [],
  make: ({ username = "", password = "" }) => basic(username, password),
};

const API_KEY: Alternative = { required: ["token"], optional: [], make: ({ token = "" }) => apiKey(token) };

const BEARER: Alternative = { required: ["token"], optional: [], make: ({ token = "" }) => bearer(token) };
