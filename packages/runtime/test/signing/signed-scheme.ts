import { extendedDate } from "../../src/auth/signing-date.ts";
import type { AccessKey, AccessKeyProvider, Credential } from "../../src/index.ts";
import { createAccessKey, type SignatureDescriptions } from "../../src/index.ts";
import type { WireRequest } from "../../src/wire-request.ts";

/** The plainest scheme whose requests are signed; by its name `Key`. */
export const scheme = { type: "http", scheme: "HMAC", isSigned: true } as const;

export const signatures: SignatureDescriptions = {
  Key: {
    keyId: "Key",
    separator: ",",
    date: { header: "x-date", write: extendedDate },
    securityToken: "x-token",
    headers: ["x-*"],
  },
};

/** As a client has it. */
export function accessKey(key: AccessKey | AccessKeyProvider): Credential {
  return createAccessKey(signatures, key);
}

export function newRequest(): WireRequest {
  return { method: "GET", url: "https://api.example.com/", headers: {}, body: undefined };
}
