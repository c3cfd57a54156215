import type { AccessKey } from "../authentication/credentials.ts";
import { type SigningOptions, signRequest } from "../signature/sign-request.ts";
import type { SignedScheme } from "../signature/signature-rules.ts";
import { requiredHeaders } from "../signature/signed-headers.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import type { OutgoingRequest } from "../wire/send.ts";
import { needsCredentials, type RequestMutant, type Situation } from "./mutant.ts";

const SIXTEEN_MINUTES = 16 * 60 * 1000;

/** Clients that sign something else than they send, with another key, or so that it can be sent again. */
export const signatureMutants: readonly RequestMutant[] = [
  signed("signature-bit-flipped", (request) => {
    const flip = (digit: string) => (Number.parseInt(digit, 16) ^ 1).toString(16);
    const authorization = request.headers.get("authorization") ?? "";
    return withHeader(request, "authorization", authorization.replace(/[0-9a-f]$/, flip));
  }),
  signed("signature-header-added", (request, { scheme }) => {
    const { headers, required } = scheme.signature;
    const pattern = required ? undefined : headers.find((name) => name.endsWith("*"));
    return pattern && withHeader(request, pattern.replace("*", "stranger"), "1");
  }),
  signed("signature-nonce-replayed", (request, { scheme, key }, { authority }) => {
    const { nonce } = scheme.signature;
    if (nonce === undefined) return undefined;
    // The same has been here before, in another request.
    authority?.nonces.claim(key.id, request.headers.get(nonce) ?? "", {}, Date.now());
    return request;
  }),
  resigned("signature-header-unsigned", ({ scheme }, { headers }) => {
    const [unsigned] = requiredHeaders(scheme.signature, headers);
    return unsigned === undefined ? undefined : { unsigned };
  }),
  resigned("signature-stale", () => ({ at: Date.now() - SIXTEEN_MINUTES })),
  resigned("signature-ahead", () => ({ at: Date.now() + SIXTEEN_MINUTES })),
  resigned("signature-content-hash-other", ({ scheme }) =>
    scheme.signature.contentHash === undefined ? undefined : { contentHash: "0".repeat(64) },
  ),
  resigned("signature-key-other", ({ key }) => ({ key: { ...key, id: "someone-elses" } })),
  resigned("signature-secret-other", ({ key }) => ({ key: { ...key, secret: "someone-elses" } })),
  resigned("signature-key-temporary", ({ key }) => ({ key: { ...key, securityToken: "nobodys" } })),
];

/** By what the request of a situation is signed. */
interface Signing {
  readonly scheme: SignedScheme;
  readonly key: AccessKey;
}

function signed(
  name: string,
  change: (
    request: OutgoingRequest,
    signing: Signing,
    situation: Situation,
  ) => OutgoingRequest | "" | undefined,
): RequestMutant {
  return {
    side: "request",
    name: `request-${name}`,
    breaks: "authentication",
    mutate(request, situation) {
      const signing = signingOf(request, situation);
      return (signing && change(request, signing, situation)) || undefined;
    },
  };
}

/** Signs once more, so that nothing is wrong but what is said. */
function resigned(
  name: string,
  fault: (
    signing: Signing,
    request: OutgoingRequest,
  ) => (SigningOptions & { readonly key?: AccessKey }) | undefined,
): RequestMutant {
  return signed(name, (request, signing) => {
    const options = fault(signing, request);
    return options && signRequest(request, signing.scheme, options.key ?? signing.key, options);
  });
}

function signingOf(request: OutgoingRequest, situation: Situation): Signing | undefined {
  const key = situation.authority?.credentials.accessKey;
  const [name] = (request.headers.get("authorization") ?? "").split(" ");
  if (!key || !needsCredentials(situation)) return undefined;
  for (const scheme of Object.values(situation.document.securitySchemes)) {
    if (scheme.type !== "http" || !scheme.signature || scheme.scheme !== name) continue;
    return { scheme: { scheme: scheme.scheme, signature: scheme.signature }, key };
  }
  return undefined;
}

function withHeader(request: OutgoingRequest, name: string, value: string): OutgoingRequest {
  const headers = PlainHeaders.of(request.headers);
  headers.set(name, value);
  return { ...request, headers };
}
