import { connect } from "node:net";

/** The answers that came, by status. */
export type Statuses = Map<number, number>;

/** Sends requests that are written down already, over a few connections that stay open: whoever asks costs little. */
export async function replay(
  baseUrl: string,
  requests: readonly Uint8Array[],
  connections = 1,
): Promise<Statuses> {
  const statuses: Statuses = new Map();
  const left = requests.values();
  await Promise.all(
    Array.from({ length: connections }, () => lane(Number(new URL(baseUrl).port), left, statuses)),
  );
  return statuses;
}

function lane(port: number, left: IterableIterator<Uint8Array>, statuses: Statuses): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", ask);
    // Bytes as they are: a length is counted in bytes.
    socket.setEncoding("latin1").setNoDelay().on("error", reject);
    socket.on("data", (chunk: string) => {
      received += chunk;
      const end = received.indexOf("\r\n\r\n");
      if (end === -1) return;
      const head = received.slice(0, end);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      const status = Number(head.slice(9, 12));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      received = "";
      ask();
    });
    function ask(): void {
      const { value, done } = left.next();
      if (!done) socket.write(value);
      else {
        socket.end();
        resolve();
      }
    }
  });
}
