// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  getBuiltinModule(id: "node:net"): {
    createServer(listener: (socket: Socket) => void): {
      listen(port: number, host: string, listening: () => void): void;
      address(): { port: number };
      close(closed: () => void): void;
    };
  };
};

interface Socket {
  on(event: "data" | "error" | "close", listener: () => void): void;
  write(text: string): void;
  end(): void;
  resetAndDestroy(): void;
  destroy(): void;
}

/** What a server writes to a request, and what it does then. */
export interface RawAnswer {
  readonly text?: string;
  readonly end?: "stays" | "closes" | "resets";
}

/** A server that can do what no HTTP server should: the last answer stands for all further requests. */
export async function withRawServer<Result>(
  answers: readonly RawAnswer[],
  use: (baseUrl: string, requests: () => number) => Promise<Result>,
): Promise<Result> {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = process.getBuiltinModule("node:net").createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    // The requests of these tests are small: each comes in one piece.
    socket.on("data", () => {
      const { text = "", end = "stays" } = answers[Math.min(requests++, answers.length - 1)] ?? {};
      if (text) socket.write(text);
      if (end === "closes") socket.end();
      if (end === "resets") socket.resetAndDestroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`, () => requests);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((closed) => server.close(closed));
  }
}

const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 12";

export const fine: RawAnswer = { text: `${HEAD}\r\n\r\n{"state":"A"}`.replace("12", "13") };
export const busy: RawAnswer = {
  text: "HTTP/1.1 503 Busy\r\nretry-after: 20\r\ncontent-length: 0\r\n\r\n",
};
export const silent: RawAnswer = {};
export const reset: RawAnswer = { end: "resets" };
/** Half a body, and then nothing more; or no connection any more. */
export const stuck: RawAnswer = { text: `${HEAD}\r\n\r\n{"st` };
export const torn: RawAnswer = { ...stuck, end: "closes" };
