/** The canonical states of a long-running operation, in the order of its life. */
export const CANONICAL_STATES = [
  "notStarted",
  "running",
  "waiting",
  "succeeded",
  "failed",
  "canceled",
] as const;
/** What a vendor's status value means. `unknown` is what no bucket holds. */
export type CanonicalState = (typeof CANONICAL_STATES)[number] | "unknown";

/** Which property is the status, and what its values mean. */
export const STATUS = "x-lro-status";
/** Which property is the machine-readable error code. */
export const ERROR_CODE = "x-lro-error-code";

/** Which properties hold the outcome of an operation. */
export const RESULT_KEYWORDS = ["x-lro-result", "x-lro-error", "x-lro-progress"] as const;

/** That all operations share one path on the wire. */
export const RPC = "x-rpc";
/** That a parameter travels as one field per leaf. */
export const FLATTEN = "x-flatten";
/** That a documented body may be missing. */
export const BODY_OPTIONAL = "x-body-optional";

/** How requests are signed. */
export const SIGNATURE = "x-signature";
/** The ways to log in for a credential. */
export const SESSION = "x-session";
/** By which value a service knows a repeated request. */
export const IDEMPOTENCY_TOKEN = "x-idempotency-token";

/** How long after its end an operation can be asked for. */
export const EXPIRES = "x-lro-expires";
/** That the target of a link cancels what is polled. */
export const CANCEL = "x-lro-cancel";
/** What becomes of an operation that waits, once the target of a link was called. */
export const ANSWER = "x-lro-answer";
/** The values of the status that what a link's source started goes through. */
export const VALUES = "x-lro-values";
/** That an operation only reads, or does not. */
export const SAFE = "x-safe";
/** That an operation answers page by page. */
export const PAGING = "x-paging";
/** What kind of value a member of a wrapper holds. */
export const VALUE_KIND = "x-value-kind";

/** By which codes the service refuses what is wrong with a request. */
export const REFUSALS = "x-refusals";
/** Which releases the media types differ by. */
export const MEDIA_TYPE_VERSION = "x-media-type-version";
/** How the service says that it is asked too often. */
export const THROTTLING = "x-throttling";
/** On the document: where an answer names its request. */
export const REQUEST_ID = "x-request-id";

/** Every `x-` keyword of the project, also those that the judge has no use for. */
export const KEYWORDS: readonly string[] = [
  STATUS,
  ERROR_CODE,
  ...RESULT_KEYWORDS,
  RPC,
  FLATTEN,
  BODY_OPTIONAL,
  EXPIRES,
  CANCEL,
  ANSWER,
  VALUES,
  SAFE,
  IDEMPOTENCY_TOKEN,
  PAGING,
  SIGNATURE,
  SESSION,
  "x-environment",
  THROTTLING,
  REFUSALS,
  REQUEST_ID,
  MEDIA_TYPE_VERSION,
  "x-typed-value",
  VALUE_KIND,
];
