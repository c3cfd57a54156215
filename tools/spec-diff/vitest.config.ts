import { defineConfig } from "vitest/config";

// Clients are generated for every row, and git is asked a lot: on a busy machine that takes its time.
export default defineConfig({ test: { testTimeout: 60_000 } });
