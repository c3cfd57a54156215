import { defineConfig, type SettledConfig } from "@settled/conformance";

const limits: NonNullable<SettledConfig["limits"]> = { budget: 7 };
export default defineConfig({ limits });
