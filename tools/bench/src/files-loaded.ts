import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";

/** Counts what Node loads from `node_modules`, and prints it at the end. */
const COUNTING = `import { registerHooks } from "node:module";
let count = 0;
registerHooks({
  load(url, context, next) {
    if (url.includes("/node_modules/")) count += 1;
    return next(url, context);
  },
});
process.on("exit", () => console.log(count));`;

/** How many files Node loads for an import of an installed client: each takes a start half a millisecond. */
export async function countFilesLoaded(client: ClientPackage, folder: string): Promise<Figure> {
  const file = join(folder, "loaded.mjs");
  await writeFile(file, `import "@settled/${client.name}-client";`);
  const counting = `data:text/javascript,${encodeURIComponent(COUNTING)}`;
  const output = execFileSync(process.execPath, ["--import", counting, file], { encoding: "utf8" });
  return { client: client.name, measure: "files loaded", value: Number(output), unit: "files", goal: 1 };
}
