import { withSlash } from "../../src/auth/canonical-request.ts";
import type { SignatureDescription } from "../../src/auth/signature-description.ts";
import { basicDate, extendedDate } from "../../src/auth/signing-date.ts";

/** What the documents of the two signed services say, and codegen emits. */
export const signatures: Readonly<Record<string, SignatureDescription>> = {
  "ACS3-HMAC-SHA256": {
    keyId: "Credential",
    separator: ",",
    date: { header: "x-acs-date", write: extendedDate },
    nonce: "x-acs-signature-nonce",
    contentHash: "x-acs-content-sha256",
    securityToken: "x-acs-security-token",
    temporaryKeyId: "x-acs-accesskey-id",
    headers: ["host", "content-type", "x-acs-*"],
  },
  "SDK-HMAC-SHA256": {
    keyId: "Access",
    separator: ", ",
    date: { header: "x-sdk-date", write: basicDate },
    dateInString: true,
    securityToken: "x-security-token",
    headers: ["host", "content-type", "x-*"],
    endPath: withSlash,
  },
};
