import type { Client as HttpClient, Middleware } from "openapi-fetch";
import { assertOptions, type Shape, SIGNAL } from "../assert-options.ts";
import type { Connection } from "../connection.ts";
import { loadPart } from "../load-part.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { CallInit } from "./complete-call.ts";
import type { PlainCall } from "./create-plain-call.ts";

export type { HttpClient };

const SHAPES: Readonly<Record<string, Shape>> = {
  // What does not begin so would go on with the name of the host.
  path: [(value) => /^\//.test(value as string), 'a text that begins with "/"'],
  signal: SIGNAL,
};

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/**
 * A plain openapi-fetch client, which is loaded when a call is first made by it: most programs make none. Its
 * middleware is kept here, so that each call has what was registered when it was made.
 */
export function createHttpClient<Paths extends {}>(
  connection: Connection,
  operations: () => readonly OperationDescription[],
): HttpClient<Paths> {
  const registered: Middleware[] = [];
  let plain: PlainCall | undefined;

  async function call(method: string, path: string, given?: CallInit | null): Promise<unknown> {
    const init = given ?? {};
    assertOptions({ path: path ?? null, signal: init.signal ?? undefined }, Object.keys(SHAPES), SHAPES);
    const middleware = [...registered, ...(init.middleware ?? [])];
    const { createPlainCall } = await loadPart(import("./create-plain-call.ts"), init.signal);
    plain ??= createPlainCall(connection, operations());
    return plain(method, path, { ...init, middleware });
  }

  const functions = METHODS.map((method) => {
    return [method, (path: string, init?: CallInit) => call(method, path, init)] as const;
  });
  const http = {
    request: (method: string, path: string, init?: CallInit) => call(method.toUpperCase(), path, init),
    ...Object.fromEntries(functions),
    use(...middleware: readonly Middleware[]): void {
      for (const one of middleware) if (one) registered.push(assertMiddleware(one));
    },
    eject(...middleware: readonly Middleware[]): void {
      for (const one of middleware) {
        const at = registered.indexOf(one);
        if (at >= 0) registered.splice(at, 1);
      }
    },
  };
  // openapi-fetch types a call by its literal path; here the path is data.
  return http as unknown as HttpClient<Paths>;
}

/** @throws Error as openapi-fetch does, if it is none. */
function assertMiddleware(given: Middleware): Middleware {
  if (["onRequest", "onResponse", "onError"].some((name) => name in Object(given))) return given;
  throw new Error("Middleware must be an object with one of `onRequest()`, `onResponse() or `onError()`");
}
