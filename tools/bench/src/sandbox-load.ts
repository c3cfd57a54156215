import { replay } from "./replay.ts";
import { createCaller, describeProvider } from "./sandbox-requests.ts";
import { startSandbox } from "./server-process.ts";

const CLIENTS = 100;
const SECONDS = 30;
/** Raw polls beside the clients, which spend most of their time in waiting. */
const BATCH = 200;

/** What became of a sandbox that many ask at once. */
export interface LoadReport {
  readonly provider: string;
  /** Executions that were started and polled to their end. */
  readonly executions: number;
  readonly requestsPerSecond: number;
  /** What went otherwise than it should: the first few, in words. */
  readonly errors: readonly string[];
  readonly errorCount: number;
  /** What the server held of the machine's memory after each third, in MB. */
  readonly memory: readonly number[];
}

/** Has 100 clients, each with a session or a key of its own, start and poll to the end for 30 s, with raw polls beside. */
export async function loadSandbox(provider: string): Promise<LoadReport> {
  const server = await startSandbox(provider);
  try {
    const described = await describeProvider(provider);
    const callers = await Promise.all(
      Array.from({ length: CLIENTS }, () => createCaller(described, server.baseUrl)),
    );
    const sentBefore = sent(callers);
    const begun = performance.now();
    const isOver = () => performance.now() - begun > SECONDS * 1000;
    const errors: string[] = [];
    const memory: number[] = [];
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
      }
    }
  } finally {
    server.stop();
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
  memory,
  ...report
}: LoadReport): string {
  const held = memory.map((megabytes) => Math.round(megabytes)).join(", ");
  const line = `${provider}  100 clients for 30 s: ${Math.round(requestsPerSecond)} requests/s, ${executions} executions, ${report.errorCount} errors, ${held} MB`;
  return `${[line, ...report.errors.map((error) => `  ${error}`)].join("\n")}\n`;
}
