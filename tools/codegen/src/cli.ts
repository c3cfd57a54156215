import { resolve } from "node:path";
import { main } from "./main.ts";
import { createLint } from "./spec/lint.ts";

const interruption = new AbortController();
process.once("SIGINT", () => interruption.abort());

const root = resolve(import.meta.dirname, "../../..");

process.exitCode = await main(process.argv.slice(2), {
  root,
  lint: createLint(resolve(root, "specs")),
  print: console.log,
  printError: console.error,
  signal: interruption.signal,
});
