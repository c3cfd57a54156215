import type { SignatureDescription } from "../../src/auth/signature-description.ts";

/** What the documents of the two signed services say, and codegen emits. */
export const signatures: Readonly<Record<string, SignatureDescription>> = {
  "ACS3-HMAC-SHA256": {
    keyId: "Credential",
    separator: ",",
    date: { header: "x-acs-date", format: "extended" },
    nonce: "x-acs-signature-nonce",
    contentHash: "x-acs-content-sha256",
    securityToken: "x-acs-security-token",
    temporaryKeyId: "x-acs-accesskey-id",
    headers: ["host", "content-type", "x-acs-*"],
  },
  "SDK-HMAC-SHA256": {
    keyId: "Access",
    separator: ", ",
    date: { header: "x-sdk-date", format: "basic" },
    dateInString: true,
    securityToken: "x-security-token",
    headers: ["host", "content-type", "x-*"],
    trailingSlash: true,
  },
};
