import { memberAt } from "../member-at.ts";

/** Where a success says in its body that it is an error after all. */
export interface InBandCode {
  /** The steps to it, each to a member. */
  readonly code: readonly string[];
  /** The codes that mean it is none. */
  readonly success: readonly (string | number)[];
}

/** The same, and how it is read. */
export interface InBand extends InBandCode {
  /** The code in the body of a success, if it says that it is none. */
  errorIn(body: unknown): string | number | undefined;
}

/** For operations whose successes may be errors. */
export function inBand({ code, success }: InBandCode): InBand {
  return {
    code,
    success,
    errorIn(body) {
      const found = memberAt(body, code);
      if (typeof found !== "string" && typeof found !== "number") return undefined;
      return success.some((one) => `${one}` === `${found}`) ? undefined : found;
    },
  };
}
