import type { SecurityScheme } from "../service-description.ts";

/** A way to authenticate requests. Made by `basic`, `bearer`, `apiKey` or `authorization`. */
export interface Credential {
  /** How it was made, without its secret: `basic(…)`. */
  readonly name: string;
  /** Whether it is what a documented scheme asks for. */
  matches(scheme: SecurityScheme): boolean;
  /** Sets its header on the request, in place. */
  apply(request: Request, scheme: SecurityScheme): Promise<void>;
}
