import { amountOf } from "./retry-after.ts";

/** How the service says that it is asked too often (`x-throttling`). */
export interface ThrottlingDescription {
  /** HTTP statuses that always mean it. */
  readonly statuses?: readonly number[];
  /** Patterns of the error codes that mean it, whatever the status: `/^Throttling/`. */
  readonly codes?: readonly RegExp[];
  /** The header, other than Retry-After, that says how long to wait: `askedBy({ … })`. */
  readonly retryAfter?: AskedBy;
}

/** A header that says how long to wait. */
export interface AskedBy {
  readonly header: string;
  readonly unit: "ms" | "s";
  /** In milliseconds; `NaN` if it does not say. */
  delayIn(headers: Headers): number;
}

/** The same, and how answers are read by it. */
export interface Throttling extends ThrottlingDescription {
  /** Whether that is what an answer says. */
  isMeantBy(status: number, code: string | number | undefined): boolean;
}

/** For services that say it in ways of their own. */
export function throttling(description: ThrottlingDescription): Throttling {
  const { statuses, codes } = description;
  return {
    ...description,
    isMeantBy: (status, code) => !!statuses?.includes(status) || !!codes?.some((one) => one.test(`${code}`)),
  };
}

/** For services that say how long to wait in a header of their own. */
export function askedBy(description: { readonly header: string; readonly unit: "ms" | "s" }): AskedBy {
  const { header, unit } = description;
  return {
    ...description,
    delayIn: (headers) => amountOf(headers.get(header)) * (unit === "s" ? 1000 : 1),
  };
}
