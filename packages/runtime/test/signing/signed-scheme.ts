import type { WireRequest } from "../../src/wire-request.ts";

/** The plainest scheme whose requests are signed. */
export const scheme = {
  type: "http",
  scheme: "HMAC",
  signature: {
    keyId: "Key",
    separator: ",",
    date: { header: "x-date", format: "extended" },
    securityToken: "x-token",
    headers: ["x-*"],
  },
} as const;

export function newRequest(): WireRequest {
  return { method: "GET", url: "https://api.example.com/", headers: {}, body: undefined };
}
