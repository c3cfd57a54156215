import { type Described, describeProvider } from "./described-provider.ts";
import { replay } from "./replay.ts";
import { createCaller } from "./sandbox-requests.ts";
import { startWatchedSandbox } from "./server-process.ts";

const CLIENTS = 100;
const SECONDS = 30;
/** Raw polls beside the clients, which spend most of their time in waiting. */
const BATCH = 200;
/** More than a sandbox keeps: what comes after that takes the place of what was there. */
const FILL = 11_000;

/** What became of a sandbox that many ask at once. */
export interface LoadReport {
  readonly provider: string;
  /** Executions that were started and polled to their end. */
  readonly executions: number;
  readonly requestsPerSecond: number;
  /** What went otherwise than it should: the first few, in words. */
  readonly errors: readonly string[];
  readonly errorCount: number;
  /** What was alive of the server's heap before, and after each third, in MB. */
  readonly heap: readonly number[];
  /** What it held of the machine's memory then, with what the engine had yet to give back. */
  readonly memory: readonly number[];
}

/**
 * Has 100 clients, each with a session or a key of its own, start and poll to the end for 30 s, with raw polls beside, at
 * a sandbox that keeps as much as it ever does.
 */
export async function loadSandbox(provider: string): Promise<LoadReport> {
  const server = await startWatchedSandbox(provider);
  try {
    const described = await describeProvider(provider);
    await fill(described, server.baseUrl);
    const callers = await Promise.all(
      Array.from({ length: CLIENTS }, () => createCaller(described, server.baseUrl)),
    );
    const sentBefore = sent(callers);
    const begun = performance.now();
    const isOver = () => performance.now() - begun > SECONDS * 1000;
    const errors: string[] = [];
    const heap = [await server.heap()];
    const memory = [server.memory()];
    let executions = 0;
    let raw = 0;
    const live = callers.slice(1).map(async ({ run, ending }) => {
      while (!isOver()) {
        try {
          const { status } = await run();
          if (status === ending) executions += 1;
          else errors.push(`an execution is ${status}`);
        } catch (error) {
          errors.push(String(error));
        }
      }
    });
    await Promise.all([...live, pollRaw(), watch()]);
    const seconds = (performance.now() - begun) / 1000;
    const requests = raw + sent(callers) - sentBefore;
    return {
      provider,
      executions,
      requestsPerSecond: requests / seconds,
      errors: errors.slice(0, 3),
      errorCount: errors.length,
      heap,
      memory,
    };

    // The first client writes them down, and sends none of its own.
    async function pollRaw(): Promise<void> {
      const [poll] = callers[0]?.kinds ?? [];
      while (poll && !isOver()) {
        const { requests, answer } = await poll.prepare(BATCH);
        const statuses = await replay(server.baseUrl, requests, 4);
        raw += requests.length;
        for (const [status, count] of statuses) {
          if (status !== answer.status) errors.push(`${count} polls were answered ${status}`);
        }
      }
    }

    async function watch(): Promise<void> {
      for (let third = 1; third <= 3; third++) {
        await new Promise((resolve) => setTimeout(resolve, (SECONDS * 1000) / 3));
        memory.push(server.memory());
        heap.push(await server.heap());
      }
    }
  } finally {
    server.stop();
  }
}

/** Starts more than a sandbox keeps. */
async function fill(described: Described, baseUrl: string): Promise<void> {
  const { kinds } = await createCaller(described, baseUrl);
  const start = kinds.find(({ name }) => name === "start");
  for (let left = FILL; start && left > 0; left -= BATCH) {
    const { requests } = await start.prepare(BATCH);
    await replay(baseUrl, requests, 4);
  }
}

function sent(callers: readonly { readonly sent: () => number }[]): number {
  return callers.reduce((sum, caller) => sum + caller.sent(), 0);
}

/** In words, on a line or two. */
export function formatLoad({
  provider,
  executions,
  requestsPerSecond,
  heap,
  memory,
  ...report
}: LoadReport): string {
  const alive = heap.map((megabytes) => megabytes.toFixed(1)).join(", ");
  const held = memory.map((megabytes) => Math.round(megabytes)).join(", ");
  const line = `${provider}  100 clients for 30 s: ${Math.round(requestsPerSecond)} requests/s, ${executions} executions, ${report.errorCount} errors, heap ${alive} MB (of ${held} MB)`;
  return `${[line, ...report.errors.map((error) => `  ${error}`)].join("\n")}\n`;
}
