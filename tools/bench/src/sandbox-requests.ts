import { type Described, loadSource } from "./described-provider.ts";
import type { Module } from "./processes/load-installed.ts";
import { writeRequest } from "./write-request.ts";

/** A provider's client at its sandbox: with a key, or logged in. */
export interface SandboxCaller {
  /** Starts what the document shows, and waits until it is over. */
  run(): Promise<{ readonly status: string }>;
  /** How that ends: not all that is documented goes on without a person. */
  readonly ending: string;
  readonly kinds: readonly UsualRequest[];
  /** How many requests it has sent so far. */
  sent(): number;
}

/** A kind of request that a sandbox is asked again and again. */
export interface UsualRequest {
  readonly name: string;
  /** So many of them as they go over the wire, each signed anew where requests are signed; and what is answered. */
  prepare(
    count: number,
  ): Promise<{ readonly requests: readonly Uint8Array[]; readonly answer: RecordedAnswer }>;
}

export interface RecordedAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

type Send = (request: Request) => Promise<Response>;

const { createAuth } = await loadSource("conformance/src/run/client-caller.ts");
const { credentialsFor, DEVELOPMENT_CREDENTIALS } = await loadSource("conformance/src/run/credentials.ts");
const { sessionInputs } = await loadSource("conformance/src/run/session-inputs.ts");
const { signRequest } = await loadSource("conformance/src/signature/sign-request.ts");
const { takeRequest } = await loadSource("conformance/src/wire/fetch.ts");

/** A client that usually starts, polls and lists, and is refused. It has waited for one execution already. */
export async function createCaller(
  { module, document, start, poll, list, argumentsOf }: Described,
  baseUrl: string,
): Promise<SandboxCaller> {
  const chosen = credentialsFor(document, { operation: start }, DEVELOPMENT_CREDENTIALS);
  const inputs = sessionInputs(document);
  const auth = inputs ? module.session(inputs.values) : createAuth(module, chosen);

  let send: Send = fetch;
  let count = 0;
  const options = {
    baseUrl,
    retry: false,
    fetch: (url: string, init: RequestInit) => {
      count += 1;
      return send(new Request(url, init));
    },
  };
  const client = module.createClient({ ...options, auth });
  const stranger = module.createClient(options);
  const waiting = { deadline: "1m", interval: { first: "250ms", max: "250ms" }, onWaiting: "stop" };
  const call = (caller: Module, operation: Module) => () => caller[operation.id](argumentsOf(operation));
  const run = () => client.run(start.id, argumentsOf(start), { ...waiting, to: poll.id });

  const { token, status: ending } = await run();
  return {
    run,
    ending,
    sent: () => count,
    kinds: [
      kind("poll", () => client.resume(token, waiting)),
      ...(list ? [kind("list", call(client, list))] : []),
      kind("start", call(client, start)),
      kind("no credentials", call(stranger, start)),
      kind("wrong parameter", call(client, start), withStranger),
    ],
  };

  function kind(
    name: string,
    ask: () => Promise<unknown>,
    change = async (request: Request) => request,
  ): UsualRequest {
    return {
      name,
      async prepare(count) {
        let answer: RecordedAnswer = { status: 0, type: "", body: "" };
        send = async (request) => {
          const response = await fetch(await change(request));
          const type = response.headers.get("content-type") ?? "";
          answer = { status: response.status, type, body: await response.text() };
          return respond(answer);
        };
        await ask();
        const requests: Uint8Array[] = [];
        send = async (request) => {
          requests.push(await writeRequest(await change(request)));
          return respond(answer);
        };
        while (requests.length < count) await ask();
        send = fetch;
        return { requests, answer };
      },
    };
  }

  /** The same with a parameter that nothing documents. */
  async function withStranger(request: Request): Promise<Request> {
    const url = `${request.url}${request.url.includes("?") ? "&" : "?"}stranger=1`;
    const changed = new Request(url, request);
    if (chosen?.kind !== "accessKey") return changed;
    const { headers } = signRequest(await takeRequest(changed.clone()), chosen.scheme, chosen.key);
    return new Request(changed, { headers: [...headers] });
  }
}

function respond({ status, type, body }: RecordedAnswer): Response {
  return new Response(body === "" ? null : body, { status, headers: { "content-type": type } });
}
