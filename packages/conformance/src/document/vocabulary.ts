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
/** By which value a service knows a repeated request. */
export const IDEMPOTENCY_TOKEN = "x-idempotency-token";

/** Every `x-` keyword of the project, also those that the judge has no use for. */
export const KEYWORDS: readonly string[] = [
  STATUS,
  ERROR_CODE,
  ...RESULT_KEYWORDS,
  RPC,
  FLATTEN,
  BODY_OPTIONAL,
  "x-lro-expires",
  "x-lro-cancel",
  "x-safe",
  IDEMPOTENCY_TOKEN,
  "x-paging",
  SIGNATURE,
  "x-session",
  "x-environment",
  "x-throttling",
  "x-request-id",
  "x-media-type-version",
  "x-typed-value",
  "x-value-kind",
];
