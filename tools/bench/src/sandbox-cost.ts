import { describeProvider } from "./described-provider.ts";
import type { Figure } from "./figure.ts";
import { median } from "./median.ts";
import { replay } from "./replay.ts";
import { createCaller, type RecordedAnswer, type UsualRequest } from "./sandbox-requests.ts";
import { type ServerProcess, startBare, startSandbox } from "./server-process.ts";

const REQUESTS = 1500;
const ROUNDS = 7;
// Until the compiler has done with the code: its threads count too. A request's cost falls up to the 25th round.
const WARM_UP = 25;

/** What a sandbox spends on a usual request, as a ratio to a server that gives the same answer to whatever it is asked. */
export async function measureSandbox(provider: string): Promise<Figure[]> {
  const server = await startSandbox(provider);
  try {
    const { kinds } = await createCaller(await describeProvider(provider), server.baseUrl);
    const figures: Figure[] = [];
    for (const kind of kinds) figures.push(await measureKind(provider, server, kind));
    return figures;
  } finally {
    server.stop();
  }
}

async function measureKind(client: string, server: ServerProcess, kind: UsualRequest): Promise<Figure> {
  const { answer } = await kind.prepare(1);
  const bare = await startBare(answer);
  try {
    const ratios: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      // A nonce is good once.
      const { requests } = await kind.prepare(REQUESTS);
      const base = await cost(bare, requests, answer);
      const own = await cost(server, requests, answer);
      if (round >= WARM_UP) ratios.push(own / base);
    }
    return { client, measure: `sandbox, ${kind.name}`, value: median(ratios), unit: "×", goal: 3 };
  } finally {
    bare.stop();
  }
}

/** Microseconds for a request. */
async function cost(
  server: ServerProcess,
  requests: readonly Uint8Array[],
  answer: RecordedAnswer,
): Promise<number> {
  const before = server.cpu();
  const statuses = await replay(server.baseUrl, requests);
  const spent = server.cpu() - before;
  if (statuses.get(answer.status) !== requests.length) {
    throw new Error(`answered ${JSON.stringify([...statuses])}, wanted ${answer.status}`);
  }
  return spent / requests.length;
}
