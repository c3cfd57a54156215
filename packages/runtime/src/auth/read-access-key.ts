import type { AccessKey, ProvidedAccessKey } from "./access-key.ts";

/** An access key that is one, with the time when it lapses in milliseconds since 1970. */
export interface HeldKey extends AccessKey {
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
  const refuse = (name: string, fault: string) => {
    throw new TypeError(`${from} no usable ${name}: it ${fault}`);
  };
  const read = (name: string, part: unknown): string => {
    if (!part) refuse(name, "is missing or empty. Is a variable not set?");
    if (/\s/.test(String(part))) refuse(name, "holds white space. Was a line break copied with it?");
    return String(part);
  };
  // 1e11 is 1973 in milliseconds, and the year 5138 in seconds.
  if (lapsesAt !== undefined && !(lapsesAt >= 1e11)) {
    refuse("expiration", "is no Date, nor text of one, nor milliseconds since 1970.");
  }
  return {
    accessKeyId: read("accessKeyId", accessKeyId),
    accessKeySecret: read("accessKeySecret", accessKeySecret),
    securityToken: securityToken ? read("securityToken", securityToken) : undefined,
    lapsesAt,
  };
}
