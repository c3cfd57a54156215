export { apiKey } from "./auth/api-key.ts";
export { authorization } from "./auth/authorization.ts";
export { basic } from "./auth/basic.ts";
export { bearer } from "./auth/bearer.ts";
export type { Credential } from "./auth/credential.ts";
export type { CallOptions, ClientOptions, ServerChoice } from "./client-options.ts";
export { type Client, createClient } from "./create-client.ts";
export type { Failure, Success, UndocumentedStatus } from "./result.ts";
export type {
  BodyDescription,
  OperationDescription,
  ParameterPlace,
  SecurityScheme,
  ServerDescription,
  ServiceDescription,
} from "./service-description.ts";
export type { HttpClient } from "./transport.ts";
