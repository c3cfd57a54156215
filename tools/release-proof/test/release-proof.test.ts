import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { proveRelease } from "../src/prove-release.ts";

const consumers = readdirSync(join(import.meta.dirname, "../consumers"));

// Minutes: it publishes twice, and installs five times.
test.runIf(process.env.SETTLED_PROOF === "1").each(consumers)(
  "a release of the %s client is published, installed, run everywhere, and upgraded to",
  { timeout: 900_000 },
  async (provider) => {
    const rows = await proveRelease(provider, () => {});
    expect(rows.filter(({ result }) => result === "failed")).toEqual([]);
    expect(rows.filter(({ result }) => result === "passed")).not.toEqual([]);
  },
);
