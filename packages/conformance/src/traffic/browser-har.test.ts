import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { harFromMessages } from "chrome-har";
import type { CDPSession } from "puppeteer-core";
import { expect, test } from "vitest";
import { bench, document } from "../../test/acme-jobs.ts";
import { chromium, launchChromium, withoutChromium } from "../../test/chromium.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { startServer } from "../adapters/server.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { judgeRecording } from "./judge-recording.ts";
import { openRecording } from "./open-recording.ts";

const EVENTS = [
  "Page.frameStartedLoading",
  "Page.frameAttached",
  "Page.loadEventFired",
  "Page.domContentEventFired",
  "Network.requestWillBeSent",
  "Network.requestServedFromCache",
  "Network.dataReceived",
  "Network.responseReceived",
  "Network.resourceChangedPriority",
  "Network.loadingFinished",
  "Network.loadingFailed",
] as const;

test.skipIf(chromium === undefined)(
  `what a browser did, as it exports it${withoutChromium}`,
  { timeout: 60_000 },
  async () => {
    const service = await startServer((await createSandbox({ documents: [document] })).respond);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const session = await page.createCDPSession();
      const { messages, settle } = await listen(session);
      await page.goto(service.origin, { waitUntil: "networkidle0" });
      await page.evaluate(async (base: string) => {
        const headers = { "x-acme-token": "not-a-token" };
        const body = JSON.stringify({ name: "Übersicht_1", priority: 5 });
        const type = { "content-type": "application/json" };
        await (await fetch(`${base}/health`)).text();
        await (
          await fetch(`${base}/jobs`, { method: "POST", headers: { ...headers, ...type }, body })
        ).text();
        await (await fetch(`${base}/jobs/f61d60d2-698a-46dc-a266-88df27644956`, { headers })).text();
      }, `${service.origin}/tenants/main/v3`);
      await expect
        .poll(() => messages.filter(({ method }) => method === "Network.loadingFinished").length)
        .toBeGreaterThan(3);
      await settle();
      const har = harFromMessages(messages, { includeTextFromResponseBody: true });
      const path = join(temporaryFolder(), "browser.har");
      await writeFile(path, JSON.stringify(har));
      const { row } = await judgeRecording(await openRecording(path), {
        ...bench,
        url: `${service.origin}/tenants/main/v3`,
      });
      const wrong = row.report.checks.filter(({ verdict }) => verdict !== "pass" && verdict !== "skip");
      expect([row.cases, wrong]).toEqual([3, []]);
      expect([...new Set(row.report.checks.map((entry) => `${entry.operation} ${entry.case}`))]).toEqual(
        expect.arrayContaining(["getHealth 200", "startJob 202", "getJob 200"]),
      );
      expect(row.report.checks.filter(({ check }) => check === "response-schema")).toHaveLength(3);
    } finally {
      await browser.close();
      await service.close();
    }
  },
);

interface Message {
  readonly method: string;
  readonly params: object;
}

/** All that the browser says of its network, with the bodies of the answers where a HAR's maker looks for them. */
async function listen(session: CDPSession): Promise<{ messages: Message[]; settle: () => Promise<unknown> }> {
  const messages: Message[] = [];
  const bodies: Promise<unknown>[] = [];
  for (const method of EVENTS) {
    session.on(method, (params) => {
      messages.push({ method, params });
      if (method === "Network.loadingFinished")
        bodies.push(addBody((params as { requestId: string }).requestId));
    });
  }
  await session.send("Page.enable");
  await session.send("Network.enable");
  return { messages, settle: () => Promise.all(bodies) };

  async function addBody(requestId: string): Promise<void> {
    const body = await session.send("Network.getResponseBody", { requestId }).catch(() => undefined);
    const answered = messages.find(
      ({ method, params }) =>
        method === "Network.responseReceived" && "requestId" in params && params.requestId === requestId,
    );
    const encoding = body?.base64Encoded ? { encoding: "base64" } : {};
    const { response = {} } = (answered?.params ?? {}) as { response?: object };
    if (body) Object.assign(response, { body: body.body, ...encoding });
  }
}
