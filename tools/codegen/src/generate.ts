import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describeService } from "./describe/service.ts";
import { emitFiles } from "./emit/files.ts";
import { type Change, planChanges } from "./output/plan.ts";
import { loadSpec } from "./spec/load-spec.ts";
import { loadOverlay, observe } from "./spec/overlay.ts";

const OVERLAY = "observed.overlay.yaml";

/**
 * What has to change for a provider's package to follow from its spec. Nothing is written.
 *
 * @param root - the folder that holds `specs`, `packages` and LICENSE
 * @throws SpecError if no client can be made of the spec
 */
export async function generate(root: string, provider: string): Promise<Change[]> {
  const file = `specs/${provider}/openapi.yaml`;
  const directory = join(root, "packages", `${provider}-client`);

  const spec = await loadSpec(join(root, file), file);
  const overlay = await loadOverlay(join(root, dirname(file), OVERLAY), `${dirname(file)}/${OVERLAY}`);
  const documented = describeService(provider, spec);
  const service = describeService(provider, await observe(spec, overlay));
  const version = await currentVersion(join(directory, "package.json"));
  const license = await readFile(join(root, "LICENSE"), "utf8");
  const files = await emitFiles({ service, documented, overlay, version, license });
  return planChanges(directory, files);
}

/** changesets owns the version; a new package starts at 0.0.0. */
async function currentVersion(manifest: string): Promise<string> {
  if (!existsSync(manifest)) return "0.0.0";
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version?: string };
  return version ?? "0.0.0";
}
