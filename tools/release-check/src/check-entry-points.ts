import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Packed } from "./packed.ts";

/**
 * What publint and attw find. The packages are ES modules alone: what a compiler of CommonJS, or one that knows no
 * `exports`, makes of them is no finding.
 */
export async function checkEntryPoints({ manifest, tarball }: Packed): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  const analysis = await checkPackage(createPackageFromTarballData(tarball));
  if (!analysis.types) return [`attw: ${manifest.name} has no types`];
  const problems = analysis.problems.filter(
    (problem) =>
      !("resolutionKind" in problem && /^node10$|^node16-cjs$/.test(problem.resolutionKind)) &&
      !("resolutionOption" in problem && problem.resolutionOption === "node10"),
  );
  return [
    ...messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`),
    ...problems.map((problem) => `attw: ${JSON.stringify(problem)}`),
  ];
}
