import { resolve } from "node:path";
import { styleText } from "node:util";
import { main } from "./main.ts";

process.exitCode = await main(process.argv.slice(2), {
  root: resolve(import.meta.dirname, "../../.."),
  print: (text) => console.log(text.trimEnd()),
  printError: (text) => console.error(text.trimEnd()),
  // styleText colours a terminal only, and minds NO_COLOR and FORCE_COLOR.
  paint: (style, text) => styleText(style, text, { stream: process.stdout }),
});
