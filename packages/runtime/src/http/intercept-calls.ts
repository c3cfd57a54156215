import type { CallInit } from "./complete-call.ts";

/** openapi-fetch types a call by its literal path; here the path is data. */
export type Call = (method: string, path: string, init?: CallInit) => Promise<{ response: Response }>;

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** Lets no call of an openapi-fetch client through, whichever of its functions makes it, before it is completed. */
export function interceptCalls(
  http: object,
  complete: (method: string, path: string, init: CallInit) => CallInit,
): Call {
  const functions = http as Record<string, unknown> & { request: Call };
  const send = functions.request;
  const call: Call = (method, path, init = {}) => send(method, path, complete(method, path, init));
  functions.request = (method, path, init) => call(method.toUpperCase(), path, init);
  for (const method of METHODS) {
    functions[method] = (path: string, init?: CallInit) => call(method, path, init);
  }
  return call;
}
