import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningServer, startServer } from "../src/adapters/server.ts";
import type { Document } from "../src/document/document.ts";
import { loadDocument } from "../src/document/load-document.ts";
import { createLiveBench } from "../src/live/create-live-bench.ts";
import { DEFAULT_LIMITS, type Limits } from "../src/live/limits.ts";
import { sendOverNode } from "../src/live/send-over-node.ts";
import type { Report } from "../src/report/report.ts";
import { runCheck } from "../src/run/run-check.ts";
import { type Clock, createVirtualClock } from "../src/sandbox/clock.ts";
import { lazyValidators } from "../src/schema/compile-validators.ts";
import type { Send } from "../src/wire/send.ts";
import { runCli } from "./settled-cli.ts";
import { sharedFolder } from "./temporary-folder.ts";

const OPERATIONS = 1000;
const JSON_TYPE = { "content-type": "application/json" };

vi.setConfig({ testTimeout: 120_000 });

const answered = (schema: object) => ({
  description: "As asked.",
  content: { "application/json": { schema } },
});
const numbered = {
  type: "object",
  required: ["number"],
  properties: { number: { type: "integer" } },
};
const operation = (index: number) => ({
  operationId: `read${index}`,
  parameters: [{ name: "limit", in: "query", schema: { type: "integer", maximum: 9 }, example: 5 }],
  responses: { "200": answered(numbered), "400": answered({ type: "object" }) },
});
const root = {
  openapi: "3.1.0",
  info: { title: "A thousand reads", version: "1" },
  paths: Object.fromEntries(
    Array.from({ length: OPERATIONS }, (_, index) => [`/reads/${index}`, { get: operation(index) }]),
  ),
};

const folder = sharedFolder();
let document: Document;
let server: RunningServer;
/** What the service saw since the last test: each request once, and how many were there at once. */
const seen = { urls: [] as string[], underWay: 0, most: 0 };
/** Every so many requests, the service has no time. */
let busy = 0;
beforeAll(async () => {
  const file = join(folder, "openapi.json");
  await writeFile(file, JSON.stringify(root));
  document = await loadDocument(file);
  server = await startServer(async ({ url }) => {
    const number = seen.urls.push(url);
    seen.underWay += 1;
    seen.most = Math.max(seen.most, seen.underWay);
    await new Promise(setImmediate);
    seen.underWay -= 1;
    if (busy > 0 && number % busy === 0) return { status: 503, headers: {} };
    const isWrong = url.includes("limit=10");
    return {
      status: isWrong ? 400 : 200,
      headers: JSON_TYPE,
      body: isWrong ? '{"wrong":"limit"}' : '{"number":1}',
    };
  });
});
afterAll(() => server.close());

/** Time passes when there is nothing else to do: up to when the first of those awakes who sleep. */
function idleClock(): Clock {
  const clock = createVirtualClock();
  const wakings = new Set<number>();
  const pass = () => {
    const first = Math.min(...wakings);
    wakings.delete(first);
    clock.advance(first - clock.now());
  };
  return {
    now: () => clock.now(),
    async sleep(milliseconds) {
      const waking = clock.now() + milliseconds;
      if (!wakings.has(waking)) setTimeout(pass, 1);
      wakings.add(waking);
      await clock.sleep(milliseconds);
    },
  };
}

async function ask(limits: Limits, negatives: boolean) {
  Object.assign(seen, { urls: [], underWay: 0, most: 0 });
  const clock = idleClock();
  const begun: number[] = [];
  const transport = sendOverNode();
  const send: Send = (request) => {
    begun.push(clock.now());
    return transport.send(request);
  };
  const baseUrl = server.origin;
  const live = createLiveBench({ document, baseUrl, limits, allowWrites: [], clock, env: {} });
  const { report } = await runCheck({
    ...{ document, validators: lazyValidators(document), baseUrl, timeout: 60_000 },
    ...{ targetKind: "live", send, negatives, ...live },
  });
  const unsent = report.checks.filter(({ received }) => received.startsWith("not sent: the budget"));
  const gaps = begun.slice(1).map((at, index) => at - (begun[index] ?? 0));
  return { report, unsent: unsent.length, sent: live.sent(), nearest: Math.min(...gaps) };
}

describe(`${OPERATIONS} operations`, () => {
  test.each([
    { name: "fit into a budget of as many", budget: 1000, sent: 1000, unsent: 0 },
    { name: "stay inside of a smaller one", budget: 700, sent: 700, unsent: 300 },
    { name: "eight at once, likewise", budget: 999, concurrency: 8, sent: 999, unsent: 1 },
    { name: "with what is wrong on purpose", budget: 1500, negatives: true, sent: 1500, unsent: 500 },
    { name: "with what is asked again", budget: 1100, concurrency: 4, busy: 4, sent: 1100 },
  ])("$name", async ({ budget, concurrency = 1, negatives = false, sent, unsent, ...rest }) => {
    busy = rest.busy ?? 0;
    const limits = { ...DEFAULT_LIMITS, budget, concurrency, rate: 50 };
    const run = await ask(limits, negatives);
    expect([seen.urls.length, run.sent]).toEqual([sent, sent]);
    if (unsent !== undefined) {
      expect(run.unsent).toBe(unsent);
      expect(unsent + new Set(seen.urls).size).toBe(negatives ? 2 * OPERATIONS : OPERATIONS);
    }
    expect(seen.most).toBeLessThanOrEqual(concurrency);
    expect(run.nearest).toBeGreaterThanOrEqual(1000 / limits.rate - 1e-6);
  });

  test("asked on the command line, with a cassette, are asked as often as the budget says", async () => {
    Object.assign(seen, { urls: [], underWay: 0, most: 0 });
    busy = 0;
    const args = ["check", document.source, "--url", server.origin, "--budget", "990", "--no-negatives"];
    const limits = ["--rate", "1000000", "--concurrency", "4", "--cassette", "run.jsonl"];
    const run = await runCli([...args, ...limits, "--reporter", "json"], { cwd: folder });
    expect(run.code).toBe(0);
    expect(seen.urls).toHaveLength(990);
    expect(seen.most).toBeLessThanOrEqual(4);
    const { checks, verdicts } = JSON.parse(run.stdout) as Report;
    expect(checks.filter(({ received }) => received.startsWith("not sent: the budget"))).toHaveLength(10);
    expect(verdicts).toMatchObject({ vacuous: 0, fail: 0 });
  });
});
