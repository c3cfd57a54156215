/** What `fetch` was called with, as a request; one that is a request already is handed on, not copied. */
export function asRequest(input: Request | string | URL, init?: RequestInit): Request {
  return input instanceof Request && init === undefined ? input : new Request(input, init);
}
