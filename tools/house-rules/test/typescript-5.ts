import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

/** The TypeScript 5 that people who install a client may be on; the house checks itself with a later one. */
export const tsc: string = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** What the compiler says of a project; nothing if all is well. */
export function typeCheck(folder: string): string {
  try {
    execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
