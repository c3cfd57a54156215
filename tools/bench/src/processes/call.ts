/**
 * Calls one operation of an installed client, and its very request by bare `fetch`, turn by turn, and prints the
 * ratios of the CPU time: one call at a time, and 50 in flight.
 */
import { loadInstalled } from "./load-installed.ts";

const CALLS = 1000;
const ROUNDS = 9;
const task = JSON.parse(process.argv[2] ?? "") as {
  name: string;
  folder: string;
  id: string;
  args: Record<string, string>;
  port: number;
  signed: boolean;
};

const module = await loadInstalled(task.folder, `@settled/${task.name}-client`);
const baseUrl = `http://127.0.0.1:${task.port}`;
const auth =
  task.signed && module.accessKey({ accessKeyId: "example-id", accessKeySecret: "example-secret" });

// The request as the client sends it, to be sent by bare fetch too.
let seen: [string, RequestInit] | undefined;
const spy = module.createClient({
  baseUrl,
  fetch: async (url: string, { method, headers, body }: RequestInit) => {
    seen = [url, { method, headers, ...(body && { body }) } as RequestInit];
    return fetch(url, seen[1]);
  },
});
await spy[task.id](task.args);
if (!seen) throw new Error("the client sent nothing");
const [url, init] = seen;

const client = module.createClient({ baseUrl, ...(auth && { auth }) });
const bare = async () => (await fetch(url, init)).json();
const ours = async () => {
  const result = await client[task.id](task.args);
  if (!result.ok) throw new Error(`the call failed: ${result.status}`);
};

const ratios = (inFlight: number) => measure(inFlight);
console.log(JSON.stringify({ one: await ratios(1), many: await ratios(50) }));
process.exit(0);

async function measure(inFlight: number): Promise<number[]> {
  const found: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const base = await cost(bare, inFlight);
    const ratio = (await cost(ours, inFlight)) / base;
    // The first rounds warm up.
    if (round >= 0) found.push(ratio);
  }
  return found;
}

async function cost(call: () => Promise<unknown>, inFlight: number): Promise<number> {
  const before = process.cpuUsage();
  let left = CALLS;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
