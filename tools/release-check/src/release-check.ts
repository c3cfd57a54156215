import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "bench/src/figure.ts";
import { checkContents } from "./check-contents.ts";
import { checkEntryPoints } from "./check-entry-points.ts";
import { checkSharedExports } from "./check-shared-exports.ts";
import { checkSize, type Limits } from "./check-size.ts";
import { measureSizes } from "./measure-sizes.ts";
import { type Manifest, pack } from "./packed.ts";

/** Packs a built package, and checks all that is promised of it. */
export async function releaseCheck(directory: string): Promise<{ findings: string[]; figures: Figure[] }> {
  const folder = await mkdtemp(join(tmpdir(), "settled-release-"));
  try {
    const packed = await pack(directory, folder);
    const figures = await measureSizes(packed, folder);
    const limits = JSON.parse(
      await readFile(join(import.meta.dirname, "../limits.json"), "utf8"),
    ) as Readonly<Record<string, Limits>>;
    const findings = [
      ...checkContents(packed),
      ...(await checkEntryPoints(packed)),
      ...(await checkImported(packed.manifest, folder)),
      ...checkSize(figures, limits[packed.manifest.name] ?? limits["any other"] ?? {}),
    ];
    return { findings, figures };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A package that needs no other can be imported from where it is unpacked. */
async function checkImported(
  { name, exports, dependencies = {} }: Manifest,
  folder: string,
): Promise<string[]> {
  if (Object.keys(dependencies).length > 0) return [];
  return checkSharedExports(join(folder, "node_modules", name), exports);
}
