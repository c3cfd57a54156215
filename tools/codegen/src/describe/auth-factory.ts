import type { SecuritySchemeObject } from "../spec/document.ts";
import type { Service } from "./service.ts";

export type AuthFactory = "apiKey" | "authorization" | "basic" | "bearer";

/** The runtime's factory that makes the credential of a security scheme. */
export function authFactory({ type, scheme }: SecuritySchemeObject): AuthFactory {
  if (type === "apiKey") return "apiKey";
  const name = scheme?.toLowerCase();
  return name === "basic" || name === "bearer" ? name : "authorization";
}

/** The factories that a service's schemes need, each once. */
export function neededFactories(service: Service): AuthFactory[] {
  return [...new Set(Object.values(service.securitySchemes).map(authFactory))].sort();
}
