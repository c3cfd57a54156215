import type { WireRequest } from "../wire-request.ts";

/** A token, or what is asked for one before each request. */
export type Token = string | (() => string | Promise<string>);

/**
 * Where the token of a credential comes from. After a 401, one that is asked for may be another by then; it is worth
 * a second attempt only if it is.
 */
export function tokenSource(
  token: Token,
  name: string,
): {
  get(): string | Promise<string>;
  hasChanged(request: WireRequest, header: string, prefix?: string): Promise<boolean>;
} {
  // Who writes no types may hand over what a variable has not.
  if (typeof token !== "function") {
    return { get: () => assertToken(token, name), hasChanged: async () => false };
  }
  const get = async () => assertToken(await token(), name);
  return {
    get,
    hasChanged: async ({ headers }, header, prefix = "") => headers[header] !== prefix + (await get()),
  };
}

function assertToken(token: string, name: string): string {
  if (typeof token === "string" && token.trim() !== "") return token;
  const what = token === null ? "null" : token === "" ? "empty" : typeof token;
  throw new TypeError(`${name} has no token: it is ${what}. Is a variable not set?`);
}
