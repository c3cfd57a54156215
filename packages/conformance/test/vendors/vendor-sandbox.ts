import { afterAll, afterEach, beforeAll } from "vitest";
import { startServer } from "../../src/adapters/server.ts";
import { loadDocument } from "../../src/document/load-document.ts";
import { type Clock, createVirtualClock } from "../../src/sandbox/clock.ts";
import { createSandbox } from "../../src/sandbox/create-sandbox.ts";
import { startTamperingProxy, type TamperingProxy } from "./tampering-proxy.ts";

/** The providers whose vendors publish clients that can be installed here. */
const documents = await Promise.all(
  ["oos", "bpstudio", "huawei-workspace"].map((name) =>
    loadDocument(new URL(`../../../../specs/${name}/openapi.yaml`, import.meta.url)),
  ),
);

export interface VendorSandbox {
  /** What clients are pointed at. */
  readonly proxy: TamperingProxy;
}

/** A sandbox of all of them for the tests of a file; after each test its proxy is at rest. */
export function useVendorSandbox(): VendorSandbox {
  let started: Started | undefined;
  beforeAll(async () => {
    started = await start();
  });
  afterEach(() => started?.proxy.rest());
  afterAll(() => started?.close());
  return {
    get proxy() {
      if (!started) throw new Error("the sandbox is not started yet");
      return started.proxy;
    },
  };
}

/** Points a client at a sandbox whose clock is wrong by so many minutes. */
export async function withClockOff<T>(minutes: number, use: (host: string) => Promise<T>): Promise<T> {
  const { proxy, close } = await start(createVirtualClock(Date.now() + minutes * 60_000));
  try {
    return await use(proxy.host);
  } finally {
    await close();
  }
}

type Started = VendorSandbox & { close(): Promise<void> };

/** On 127.0.0.1, behind a proxy that can tamper with what clients send. */
async function start(clock?: Clock): Promise<Started> {
  const { respond } = await createSandbox({ documents, ...(clock && { clock }) });
  const server = await startServer(respond);
  const proxy = await startTamperingProxy(server.origin);
  return {
    proxy,
    async close() {
      await proxy.close();
      await server.close();
    },
  };
}
