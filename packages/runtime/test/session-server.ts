/** A request as it arrived. */
export interface Arrived {
  /** The last segment of its path: here, the operationId. */
  readonly operation: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/** What an operation answers; by default, a login gives a token, and the others want one. */
export type Answering = (arrived: Arrived) => Response | Promise<Response>;

/** A server of `sessionService`, that knows the tokens that it has given and has not taken back. */
export class SessionServer {
  readonly arrived: Arrived[] = [];
  /** What other than by default is answered, by operation. */
  readonly answers: Record<string, Answering> = {};
  /** Beside the token in the body of a login. */
  members: Record<string, unknown> = {};
  headers: Record<string, string> = {};
  readonly #tokens = new Set<string>();
  readonly #name: string;

  constructor(name = "token") {
    this.#name = name;
  }

  /** Takes all tokens back. */
  revoke(): void {
    this.#tokens.clear();
  }

  count(operation: string): number {
    return this.arrived.filter((request) => request.operation === operation).length;
  }

  last(operation: string): Arrived {
    const found = this.arrived.filter((request) => request.operation === operation).at(-1);
    if (!found) throw new Error(`${operation} was not asked for`);
    return found;
  }

  async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const operation = url.pathname.split("/").at(-1) ?? "";
    const arrived = { operation, url, headers: request.headers, body: await request.text() };
    this.arrived.push(arrived);
    const own = this.answers[operation];
    if (own) return own(arrived);
    if (operation === "getRefreshToken") return Response.json({ refresh: "refresh-canary" });
    return /^(logIn|getToken)/.test(operation) ? this.give() : this.#serve(arrived);
  }

  /** A `fetch` to it. */
  readonly fetch = (url: string, init: RequestInit): Promise<Response> => {
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      this.answer(new Request(url, init)).then(resolve, reject);
    });
  };

  /** A success of a login: the token is in the body and in a header. */
  give(): Response {
    const token = `${this.#name}-canary-${this.arrived.length}`;
    this.#tokens.add(token);
    const headers = { "x-new-session": token, ...this.headers };
    return Response.json({ token, ...this.members }, { headers });
  }

  #serve({ operation, headers }: Arrived): Response {
    const token = headers.get("x-session") ?? headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
    if (!this.#tokens.has(token)) return Response.json({ code: "NotAuthenticated" }, { status: 401 });
    if (operation !== "logOut") return Response.json({ state: "DONE" });
    this.#tokens.delete(token);
    return new Response(null, { status: 204 });
  }
}
