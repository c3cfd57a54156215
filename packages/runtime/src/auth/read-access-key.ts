import type { AccessKey, ProvidedAccessKey } from "./access-key.ts";
import type { Hashing, HmacSha256 } from "./hashing.ts";

/** An access key that is one. */
export interface HeldKey extends Pick<AccessKey, "accessKeyId" | "securityToken"> {
  /** Of its secret. To make the platform's key anew for each request would take longer than to sign. */
  hmac(hashing: Hashing): ReturnType<HmacSha256>;
  /** In milliseconds since 1970. */
  readonly lapsesAt: number | undefined;
}

/**
 * Copies an access key, and finds what is wrong with it before a server does.
 *
 * @param from - the beginning of the error, which never shows the key itself
 * @throws TypeError if a part is missing or cannot be one.
 */
export function readAccessKey(given: ProvidedAccessKey, from: string): HeldKey {
  // What is no object has none of the parts.
  const { accessKeyId, accessKeySecret, securityToken, expiration }: ProvidedAccessKey = Object(given);
  const lapsesAt = expiration ? Number(new Date(expiration)) : undefined;
  const assert = (isFit: unknown, name: string, fault: string) => {
    if (!isFit) throw new TypeError(`${from} no usable ${name}: it ${fault}`);
  };
  const read = (name: string, part: unknown): string => {
    assert(part, name, "is missing or empty. Is a variable not set?");
    assert(!/\s/.test(`${part}`), name, "holds white space. Was a line break copied with it?");
    return `${part}`;
  };
  // 1e11 is 1973 in milliseconds, and the year 5138 in seconds.
  const isTime = (lapsesAt ?? Infinity) >= 1e11;
  assert(isTime, "expiration", "is no Date, nor text of one, nor milliseconds since 1970.");
  let hmac: ReturnType<HmacSha256> | undefined;
  const id = read("accessKeyId", accessKeyId);
  const secret = read("accessKeySecret", accessKeySecret);
  return {
    accessKeyId: id,
    hmac({ hmacSha256 }) {
      hmac ??= hmacSha256(secret);
      return hmac;
    },
    securityToken: securityToken ? read("securityToken", securityToken) : undefined,
    lapsesAt,
  };
}
