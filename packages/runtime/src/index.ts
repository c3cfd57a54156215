export type { AccessKey, AccessKeyProvider, ProvidedAccessKey } from "./auth/access-key.ts";
export { createAccessKey } from "./auth/access-key.ts";
export { apiKey } from "./auth/api-key.ts";
export { authorization } from "./auth/authorization.ts";
export { basic } from "./auth/basic.ts";
export { bearer } from "./auth/bearer.ts";
export { withSlash } from "./auth/canonical-request.ts";
export type { Credential, CredentialUse } from "./auth/credential.ts";
export { credentialFromEnvironment, type EnvironmentDescription } from "./auth/environment.ts";
export { logout } from "./auth/logout.ts";
export { createSession } from "./auth/session.ts";
export type { SessionDescription, SessionDescriptions } from "./auth/session-description.ts";
export type { SignatureDescription, SignatureDescriptions } from "./auth/signature-description.ts";
export { basicDate, extendedDate, type SigningDate } from "./auth/signing-date.ts";
export type { Token } from "./auth/token.ts";
export { call } from "./call-operation.ts";
export type { Client, Common, OrThrow } from "./client.ts";
export type {
  CallOptions,
  ClientOptions,
  Fetch,
  ServerChoice,
  Validation,
  VersionOption,
} from "./client-options.ts";
export { type Clock, systemClock } from "./clock.ts";
export { type Connection, connect } from "./connection.ts";
export { createClient } from "./create-client.ts";
export type { Duration } from "./duration.ts";
export type { Hooks, PollEvent, RequestEvent, ResponseEvent, RetryEvent, SettledEvent } from "./hooks.ts";
export type { HttpClient } from "./http/create-http-client.ts";
export type { ByPlace, PlainMethod, Responses } from "./http/path-types.ts";
export { type IdempotencyToken, idempotencyToken } from "./idempotency-token.ts";
export type { Find } from "./links/ways.ts";
export { type ItemList, list } from "./list/list.ts";
export type { ListOptions } from "./list/list-options.ts";
export type { Finding, MalformedBody } from "./malformed-body.ts";
export { type MediaTypeVersions, mediaTypeVersions } from "./media-type-version.ts";
export type { List, Operation, Poll, Start } from "./operation.ts";
export type {
  BodyDescription,
  BodyKind,
  LinkDescription,
  LongRunningDescription,
  OperationDescription,
  OperationState,
  OperationsLater,
  PagingDescription,
} from "./operation-description.ts";
export { type OwnServer, ownServer } from "./own-server.ts";
export { type AnswerPlace, atHeader, atMember } from "./read/answer-place.ts";
export { type InBand, type InBandCode, inBand } from "./read/in-band.ts";
export { RequestError, type RequestErrorDetails } from "./request-error.ts";
export type { AnyResult, Failure, Malformed, Success, UndocumentedStatus } from "./result.ts";
export type { RetryOptions } from "./send/retry-policy.ts";
export { askedBy, type Throttling, type ThrottlingDescription, throttling } from "./send/throttling.ts";
export { serverTemplate } from "./server-template.ts";
export type {
  ListedValues,
  SecurityScheme,
  ServerDescription,
  ServiceDescription,
} from "./service-description.ts";
export { type DataOf, unwrap } from "./unwrap.ts";
export { decodeParameters } from "./values/decode-parameters.ts";
export { encodeParameters } from "./values/encode-parameters.ts";
export { type Secret, secret } from "./values/secret.ts";
export { type TypedValue, typed } from "./values/typed-value.ts";
export type { TypedValueDescription, ValueKind } from "./values/typed-value-description.ts";
export type { CanceledBy } from "./wait/canceled-by.ts";
export { type Cancel, canceling } from "./wait/canceling.ts";
export type { FromJson } from "./wait/from-json.ts";
export type { IsForgotten } from "./wait/is-forgotten.ts";
export type { AnyPoll, Outcome, PendingStatus, Standing, Unfinished, Update } from "./wait/outcome.ts";
export type { ProgressPlace } from "./wait/percent-at.ts";
export type { Polled } from "./wait/polled.ts";
export type { Reader } from "./wait/read-marks.ts";
export type { RunOptionsTo } from "./wait/run.ts";
export type { RunOptions, SettleOptions } from "./wait/settle-options.ts";
export type { Waits } from "./wait/waits.ts";
export type { WireRequest } from "./wire-request.ts";
export { form, multipart } from "./write/form.ts";
export { json, type WriteBody } from "./write/json.ts";
export {
  inBody,
  inCookie,
  inHeader,
  inMember,
  inPath,
  inPlainQuery,
  inQuery,
  type ParameterPlace,
} from "./write/place.ts";
export { type Rpc, type RpcDescription, rpc } from "./write/rpc.ts";
export { asJson, flat, type Serialization, type Serialize, serialization } from "./write/serialization.ts";
