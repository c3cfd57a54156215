import type { Credential } from "./credential.ts";

/**
 * Authenticates with a key in the header that the service documents for it (OAS 3.1.1 §4.8.27, `apiKey`).
 *
 * @param key - the key, or a function that is asked for it before each request
 * @example
 * createClient({ auth: apiKey(token) });
 */
export function apiKey(key: string | (() => string | Promise<string>)): Credential {
  return {
    name: "apiKey(…)",
    matches: (documented) => documented.type === "apiKey",
    async apply(request, scheme) {
      if (scheme.type !== "apiKey") return;
      request.headers.set(scheme.name, typeof key === "string" ? key : await key());
    },
  };
}
