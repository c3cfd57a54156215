import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request on its way, with its headers as they were written. */
export interface Passing {
  readonly path: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

export interface TamperingProxy {
  /** Such as `127.0.0.1:4010`: the vendors' clients sign it as their host, and the proxy leaves it alone. */
  readonly host: string;
  /** Each client is given one proxy; each row says what becomes of what it sends. */
  tamper(change: (passing: Passing) => Passing): void;
  /** From now on everything is sent twice, and the second answer counts. */
  replay(): void;
  /** Passes everything on as it is. */
  rest(): void;
  /** What was sent on since the last `rest()`, as it was sent. */
  readonly passed: readonly Passing[];
  /** The JSON of the last answer. */
  lastAnswer(): unknown;
  close(): Promise<void>;
}

const unchanged = (passing: Passing): Passing => passing;

/** Stands between a client and a server on 127.0.0.1, and changes what the client says. */
export async function startTamperingProxy(target: string): Promise<TamperingProxy> {
  const { port: targetPort } = new URL(target);
  const passed: Passing[] = [];
  let change = unchanged;
  let times = 1;
  let answered = "";
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch((error: Error) => outgoing.destroy(error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", rawHeaders } = incoming;
    const passing = change({ path: url, headers: rawHeaders, body: await read(incoming) });
    passed.push(passing);
    for (let left = times; left > 0; left -= 1) {
      const answer = await send(targetPort, method, passing);
      const body = await read(answer);
      answered = body.toString();
      if (left === 1) outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders).end(body);
    }
  }

  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    lastAnswer: () => JSON.parse(answered),
    tamper(with_) {
      change = with_;
    },
    replay() {
      times = 2;
    },
    rest() {
      change = unchanged;
      times = 1;
      passed.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(port: string, method: string, { path, headers, body }: Passing): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // A list of headers is sent as it is: in its order, in its case, with the client's own host.
    const listed = headers.map((text, index) => (isLength(headers[index - 1]) ? `${body.length}` : text));
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers: listed }, resolve);
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Nobody signs the length, and a flipped bit can be longer than the bit was: `%2B` was `A`. */
function isLength(name: string | undefined): boolean {
  return name?.toLowerCase() === "content-length";
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
