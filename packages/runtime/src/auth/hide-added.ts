import { hideSecrets } from "../hide-secrets.ts";
import type { WireRequest } from "../wire-request.ts";

/** A request without and with what credentials added to it. */
export interface Added {
  readonly given: WireRequest;
  readonly sent: WireRequest;
}

/** The headers that credentials added are secrets, to be kept out of every text; the name of a scheme is none. */
export function hideAdded({ given, sent }: Added): (text: string) => string {
  const added = Object.entries(sent.headers).filter(([name, value]) => given.headers[name] !== value);
  return hideSecrets(added.flatMap(([, value]) => [value, value.replace(/^\S+ /, "")]));
}
