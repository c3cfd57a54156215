import type { Certificate } from "./certificates.ts";

// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  getBuiltinModule(id: "node:https"): { createServer(options: ServerOptions, answer: Answer): Server };
  getBuiltinModule(id: "node:http"): { createServer(answer: Answer): Server };
  getBuiltinModule(id: "node:net"): { connect(port: number, host: string): Socket };
};

interface ServerOptions extends Certificate {
  readonly ca?: string | undefined;
  readonly requestCert?: boolean;
}

type Headers = Readonly<Record<string, string>>;
type Answer = (incoming: Incoming, outgoing: Outgoing) => void;

interface Outgoing {
  setHeader(name: string, value: string): void;
  end(body: string): void;
}

interface Incoming {
  readonly url: string;
  readonly headers: Headers;
}

interface Socket {
  write(text: string): void;
  end(text?: string): void;
  destroy(): void;
  pipe(to: Socket): void;
  on(event: "connect" | "error" | "close", listener: () => void): void;
}

interface Server {
  listen(port: number, host: string, listening: () => void): void;
  address(): { port: number };
  close(closed: () => void): void;
  closeAllConnections(): void;
  on(event: "connect", listener: (request: Incoming, socket: Socket) => void): void;
}

/** What runs until the end of the tests, and what it was sent. */
export interface Running {
  readonly port: number;
  readonly arrived: readonly Incoming[];
  close(): Promise<void>;
}

/**
 * An https server on this machine that answers everything with `{"state":"DONE"}`.
 *
 * @param client - the certificate that a client has to show, if it has to show one
 */
export async function startSecureServer(own: Certificate, client?: Certificate): Promise<Running> {
  const arrived: Incoming[] = [];
  const options = { ...own, ca: client?.cert, requestCert: client !== undefined };
  const server = process.getBuiltinModule("node:https").createServer(options, (incoming, outgoing) => {
    arrived.push(incoming);
    outgoing.setHeader("content-type", "application/json");
    outgoing.end('{"state":"DONE"}');
  });
  return run(server, arrived);
}

/** A proxy on this machine: it goes where CONNECT asks to (RFC 9110 §9.3.6), if it is told the right password. */
export async function startProxy(password?: string): Promise<Running> {
  const arrived: Incoming[] = [];
  const sockets = new Set<Socket>();
  const server = process.getBuiltinModule("node:http").createServer((_, outgoing) => outgoing.end(""));
  server.on("connect", (request, socket) => {
    arrived.push(request);
    socket.on("error", () => {});
    if (request.headers["proxy-authorization"] !== password) {
      return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
    }
    const [host = "", port] = request.url.split(":");
    const tunnel = process.getBuiltinModule("node:net").connect(Number(port), host);
    tunnel.on("connect", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(tunnel);
      tunnel.pipe(socket);
    });
    tunnel.on("error", () => socket.destroy());
    sockets.add(socket).add(tunnel);
  });
  return run(server, arrived, () => {
    for (const socket of sockets) socket.destroy();
  });
}

async function run(server: Server, arrived: readonly Incoming[], hangUp = () => {}): Promise<Running> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: server.address().port,
    arrived,
    async close() {
      hangUp();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(closed));
    },
  };
}
