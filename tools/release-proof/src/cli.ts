/**
 * `pnpm proof [provider]`: proves a release from the changeset to the upgrade. Takes minutes.
 *
 * The exit code is 0 if all that could be tried has passed, 1 if something failed, 3 if nothing could be tried.
 */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { type Row, Skip } from "./proof.ts";
import { proveRelease } from "./prove-release.ts";

const started = performance.now();
const [first = ""] = readdirSync(resolve(import.meta.dirname, "../consumers"));
try {
  const rows = await proveRelease(process.argv[2] ?? first, print);
  const count = (result: Row["result"]) => rows.filter((row) => row.result === result).length;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped, ${seconds} s`,
  );
  process.exitCode = count("failed") > 0 ? 1 : count("passed") > 0 ? 0 : 3;
} catch (error) {
  if (!(error instanceof Skip)) throw error;
  console.error(`nothing was proved: ${error.message}`);
  process.exitCode = 3;
}

function print({ part, on, result, detail, seconds }: Row): void {
  const [line, ...rest] = detail.split("\n");
  console.log(`${result}  ${part.padEnd(32)} ${on.padEnd(24)} ${seconds.toFixed(1).padStart(5)} s  ${line}`);
  if (result === "failed") for (const more of rest.slice(0, 60)) console.log(`        ${more}`);
}
