import { isObject, type Json } from "../../document/json.ts";
import { below, type Pointer } from "../../document/pointer.ts";
import { plainName } from "../world/plain-name.ts";

/** Where an answer hands a temporary access key out. */
export interface KeyPlace {
  readonly id: Pointer;
  readonly secret: Pointer;
  readonly securityToken: Pointer;
  /** Where it says when the key lapses. */
  readonly expires?: Pointer;
}

const PARTS: readonly (readonly [keyof KeyPlace, RegExp])[] = [
  ["id", /^(access|accesskey|accesskeyid|ak)$/],
  ["secret", /^(secret|secretkey|secretaccesskey|accesskeysecret|sk)$/],
  ["securityToken", /^(securitytoken|sessiontoken|ststoken)$/],
  ["expires", /expir|validuntil/],
];

/**
 * Finds it by the names of the parts. An object that has more than those tells what else the key is for: such a key is
 * not for the service itself.
 *
 * @example
 * keyPlace({ credential: { access: "…", secret: "…", securitytoken: "…" } }); // { id: "#/credential/access", … }
 */
export function keyPlace(value: Json, at: Pointer = "#"): KeyPlace | undefined {
  if (!isObject(value)) return undefined;
  const parts = Object.keys(value).map((name) => [partOf(name), below(at, name)] as const);
  const found = Object.fromEntries(parts) as Record<string, Pointer>;
  const { id, secret, securityToken, expires } = found;
  if (id && secret && securityToken && !Object.hasOwn(found, "undefined")) {
    return { id, secret, securityToken, ...(expires && { expires }) };
  }
  for (const [name, member] of Object.entries(value)) {
    const inside = keyPlace(member, below(at, name));
    if (inside) return inside;
  }
  return undefined;
}

function partOf(name: string): keyof KeyPlace | undefined {
  return PARTS.find(([, pattern]) => pattern.test(plainName(name)))?.[0];
}
