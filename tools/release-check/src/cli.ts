/** `release-check`, run in a built package's folder: exit code 1 if it is not fit to be published. */
import { releaseCheck } from "./release-check.ts";

const { findings, figures } = await releaseCheck(process.cwd());
for (const { measure, value, unit } of figures)
  console.log(`${measure.padEnd(32)} ${value.toFixed(1)} ${unit}`);
for (const finding of findings) console.error(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
