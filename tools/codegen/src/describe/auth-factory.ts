import type { SecuritySchemeObject } from "../spec/security-scheme.ts";
import type { Service } from "./service.ts";

export type AuthFactory = "accessKey" | "apiKey" | "authorization" | "basic" | "bearer";

/** The runtime's factory that makes the credential of a security scheme. */
export function authFactory({ type, scheme, ...more }: SecuritySchemeObject): AuthFactory {
  if (type === "apiKey") return "apiKey";
  if (more["x-signature"]) return "accessKey";
  const name = scheme?.toLowerCase();
  return name === "basic" || name === "bearer" ? name : "authorization";
}

/** The factories that a service's schemes need, each once. */
export function neededFactories(service: Service): AuthFactory[] {
  return [...new Set(Object.values(service.securitySchemes).map(authFactory))].sort();
}

/** Whether a scheme of the service signs requests. */
export function hasAccessKey(service: Service): boolean {
  return neededFactories(service).includes("accessKey");
}

/** Whether credentials can be made of what stands in the environment. */
export function hasEnvironment({ securitySchemes }: Service): boolean {
  return Object.values(securitySchemes).some((scheme) => scheme["x-environment"]);
}
