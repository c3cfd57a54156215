import { defineConfig } from "vitest/config";

// A golden package is data here: its own tests run in no workspace.
export default defineConfig({ test: { exclude: ["fixtures/**", "node_modules/**"] } });
