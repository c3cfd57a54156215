import { hideSecrets } from "../hide-secrets.ts";
import type { CallAttempt } from "./call-details.ts";

/** The headers that credentials added are secrets, to be kept out of every text; the name of a scheme is none. */
export function hideCredentials({ given, sent }: CallAttempt): (text: string) => string {
  const added = Object.entries(sent.headers).filter(([name, value]) => given.headers[name] !== value);
  return hideSecrets(added.flatMap(([, value]) => [value, value.replace(/^\S+ /, "")]));
}
