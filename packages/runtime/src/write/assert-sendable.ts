import type { WireRequest } from "../wire-request.ts";

/**
 * `fetch` refuses a header that is not Latin-1 (RFC 9110 §5.5) with the same error as a host that is not there; to ask
 * again is no use. Those that users set are `Headers` before; the value of another may be a secret.
 *
 * @throws TypeError if there is such a one.
 */
export function assertSendable(headers: WireRequest["headers"]): void {
  for (const name in headers) {
    if (/[^\t -~\x80-\xff]/.test(`${headers[name]}`.trim()))
      throw new TypeError(`The header ${name} cannot be sent: it is not one line of Latin-1.`);
  }
}
