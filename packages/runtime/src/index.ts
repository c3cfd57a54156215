export { apiKey } from "./auth/api-key.ts";
export { authorization } from "./auth/authorization.ts";
export { basic } from "./auth/basic.ts";
export { bearer } from "./auth/bearer.ts";
export type { Credential } from "./auth/credential.ts";
export type { CallOptions, ClientOptions, ServerChoice, VersionOption } from "./client-options.ts";
export { type Client, createClient } from "./create-client.ts";
export type {
  BodyDescription,
  LinkDescription,
  LongRunningDescription,
  OperationDescription,
  OperationState,
  PagingDescription,
  ParameterPlace,
  Serialization,
} from "./operation-description.ts";
export type { Failure, Success, UndocumentedStatus } from "./result.ts";
export type {
  MediaTypeVersion,
  RpcDescription,
  SecurityScheme,
  ServerDescription,
  ServiceDescription,
  SessionDescription,
  ThrottlingDescription,
} from "./service-description.ts";
export type { HttpClient } from "./transport.ts";
