/**
 * Calls one operation of an installed client, and its very request (unsigned) by bare `fetch`, turn by turn, and prints
 * the ratios of the CPU time: 5,000 calls one at a time, and 5,000 with 50 in flight. Of each, it is the median of the
 * pairs' ratios.
 */
import { median } from "../median.ts";
import { loadInstalled } from "./load-installed.ts";

const CALLS = 5_000;
const PAIRS = 15;
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

console.log(JSON.stringify({ one: await ratio(1), many: await ratio(50) }));
process.exit(0);

async function ratio(inFlight: number): Promise<number> {
  const ratios: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const base = await cost(bare, inFlight);
    ratios.push((await cost(ours, inFlight)) / base);
  }
  return median(ratios);
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
