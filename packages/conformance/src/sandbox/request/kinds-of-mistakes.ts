import type { Mistake } from "../violation.ts";

/** What is known of a kind of mistake, whatever the document. */
interface Kind {
  /** The statuses that it may be answered with, the most fitting first (RFC 9110 §15.5, RFC 6585 §4). */
  readonly statuses: readonly [number, ...number[]];
  /** The more general mistake, whose code does where a document has none for this one. */
  readonly general?: Mistake;
}

const MALFORMED = [400, 422] as const;
const UNKNOWN = [401, 403, 400] as const;

const KINDS: Readonly<Record<Mistake, Kind>> = {
  parameterMissing: { statuses: MALFORMED, general: "parameterInvalid" },
  parameterInvalid: { statuses: MALFORMED },
  parameterUnknown: { statuses: MALFORMED, general: "parameterInvalid" },
  bodyMissing: { statuses: MALFORMED, general: "parameterMissing" },
  bodyMalformed: { statuses: MALFORMED, general: "bodyInvalid" },
  bodyInvalid: { statuses: MALFORMED, general: "parameterInvalid" },
  mediaTypeUnsupported: { statuses: [415, 400], general: "bodyMalformed" },
  notAcceptable: { statuses: [406] },
  tooLarge: { statuses: [413] },
  credentialsMissing: { statuses: UNKNOWN },
  credentialsMalformed: { statuses: UNKNOWN, general: "credentialsMissing" },
  credentialsWrong: { statuses: UNKNOWN, general: "keyUnknown" },
  keyUnknown: { statuses: UNKNOWN, general: "credentialsMissing" },
  signatureWrong: { statuses: UNKNOWN, general: "credentialsMissing" },
  dateMalformed: { statuses: UNKNOWN, general: "signatureWrong" },
  dateSkewed: { statuses: UNKNOWN, general: "signatureWrong" },
  nonceUsed: { statuses: UNKNOWN, general: "signatureWrong" },
  sessionLapsed: { statuses: UNKNOWN, general: "credentialsWrong" },
  operationUnknown: { statuses: [404, 400] },
  notFound: { statuses: [404, 400], general: "parameterInvalid" },
  throttled: { statuses: [429, 503] },
};

/** The statuses that a mistake may be answered with, the most fitting first. */
export function fittingStatuses(mistake: Mistake): Kind["statuses"] {
  return KINDS[mistake].statuses;
}

/** A mistake, and the more and more general ones that it is a case of. */
export function generalisations(mistake: Mistake): readonly Mistake[] {
  const { general } = KINDS[mistake];
  return general === undefined ? [mistake] : [mistake, ...generalisations(general)];
}
