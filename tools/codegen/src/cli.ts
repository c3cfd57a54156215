import { resolve } from "node:path";
import { main } from "./main.ts";

process.exitCode = await main(process.argv.slice(2), {
  root: resolve(import.meta.dirname, "../../.."),
  print: console.log,
  printError: console.error,
});
