// Run by adapters/flat-memory.test.ts with --expose-gc: asks a server of its own, and tells the heap on the way.
import { once } from "node:events";
import { Agent, type RequestOptions, request } from "node:http";
import { connect } from "node:net";
import { startServer } from "../src/adapters/server.ts";
import type { Fault } from "../src/sandbox/answer.ts";
import { createSandbox } from "../src/sandbox/create-sandbox.ts";
import { document } from "./acme-jobs.ts";
import { acmeWorld } from "./acme-world.ts";

const [kind = "", count = "0"] = process.argv.slice(2);
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
const sandbox = await createSandbox({ documents: [document, acmeWorld] });
const server = await startServer(async (sent, signal) => {
  const fault = sent.headers.get("x-fault") as Fault | null;
  return fault
    ? { status: 200, headers: {}, body: "x".repeat(10_000), fault }
    : sandbox.respond(sent, signal);
});
const { hostname, port } = new URL(server.origin);
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

const kinds: Record<string, () => Promise<void>> = {
  answered: () => ask("/health"),
  refused: () => ask(`/jobs/${Math.random()}`),
  started: () => start(),
  delayed: () => leave("GET /health HTTP/1.1\r\nHost: x\r\nPrefer: delay=300s\r\n\r\n"),
  hanging: () => leave("GET / HTTP/1.1\r\nHost: x\r\nX-Fault: hang\r\n\r\n"),
  broken: () => leave("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nabc"),
};

const heaps: number[] = [];
const total = Number(count);
for (let round = 0; round < 3; round += 1) {
  const batch = Math.ceil(total / 3);
  for (let index = 0; index < batch; index += 20) {
    await Promise.all(Array.from({ length: 20 }, () => kinds[kind]?.()));
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  collect();
  collect();
  heaps.push(process.memoryUsage().heapUsed);
}
const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
agent.destroy();
await server.close();
const kept = sandbox.services.reduce((sum, { world }) => sum + world.executions().length, 0);
console.log(JSON.stringify({ heaps, timers, kept }));

function start(): Promise<void> {
  const headers = { "content-type": "application/json" };
  const path = `/${encodeURIComponent(acmeWorld.name)}/jobs`;
  return ask(path, { method: "POST", headers }, JSON.stringify({ title: "nightly" }));
}

async function ask(path: string, options: RequestOptions = {}, body = ""): Promise<void> {
  const outgoing = request({ hostname, port, path, agent, ...options });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, "response")) as [NodeJS.ReadableStream];
  incoming.resume();
  await once(incoming, "end");
}

/** Sends something, and hangs up before an answer. */
async function leave(text: string): Promise<void> {
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  await new Promise<void>((resolve) => socket.write(text, () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 2));
  socket.destroy();
  await once(socket, "close");
}
