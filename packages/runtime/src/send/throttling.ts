import { amountOf } from "./retry-after.ts";

/** How the service says that it is asked too often (`x-throttling`). */
export interface ThrottlingDescription {
  /** HTTP statuses that always mean it. */
  readonly statuses?: readonly number[];
  /** Error codes that mean it, whatever the status; one that ends in `*` stands for all that begin so. */
  readonly codes?: readonly (string | number)[];
  /** The header, other than Retry-After, that says how long to wait. */
  readonly retryAfter?: { readonly header: string; readonly unit: "ms" | "s" };
}

/** The same, and how answers are read by it. */
export interface Throttling extends ThrottlingDescription {
  /** Whether that is what an answer says. */
  isMeantBy(status: number, code: string | number | undefined): boolean;
  /** How long an answer asks to wait in the service's own header, in milliseconds; `NaN` if it does not. */
  delayIn(headers: Headers): number;
}

/** For services that say it in ways of their own. */
export function throttling(description: ThrottlingDescription): Throttling {
  const { statuses, codes, retryAfter } = description;
  return {
    ...description,
    isMeantBy: (status, code) =>
      !!statuses?.includes(status) || !!codes?.some((one) => fits(`${code}`, `${one}`)),
    delayIn: (headers) =>
      retryAfter
        ? amountOf(headers.get(retryAfter.header)) * (retryAfter.unit === "s" ? 1000 : 1)
        : Number.NaN,
  };
}

function fits(code: string, listed: string): boolean {
  return listed.endsWith("*") ? code.startsWith(listed.slice(0, -1)) : code === listed;
}
