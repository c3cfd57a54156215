import { resolve } from "node:path";
import { main } from "./main.ts";

process.exitCode = await main(process.argv.slice(2), {
  root: resolve(import.meta.dirname, "../../.."),
  today: new Date().toISOString().slice(0, 10),
  print: console.log,
  printError: console.error,
});
