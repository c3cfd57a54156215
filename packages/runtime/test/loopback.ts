// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  getBuiltinModule(id: "node:http"): {
    createServer(listener: (request: Incoming, response: Outgoing) => void): Listening;
  };
};

interface Incoming extends AsyncIterable<Uint8Array<ArrayBuffer>> {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

interface Outgoing {
  writeHead(status: number, headers: Record<string, string>): void;
  end(body: Uint8Array): void;
}

interface Listening {
  listen(port: number, host: string, listening: () => void): void;
  address(): { port: number };
  close(closed: () => void): void;
  closeAllConnections(): void;
}

/** Serves what answers requests on a port of this machine, as long as it is used. */
export async function withLoopback<Result>(
  answer: (request: Request) => Promise<Response>,
  use: (baseUrl: string) => Promise<Result>,
): Promise<Result> {
  const server = process.getBuiltinModule("node:http").createServer(async (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = chunks.length > 0 ? new Blob(chunks) : null;
    const response = await answer(new Request(`http://loopback${url}`, { method, headers, body }));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(new Uint8Array(await response.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    await new Promise<void>((closed) => server.close(closed));
  }
}
