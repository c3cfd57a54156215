import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Proof } from "./proof.ts";
import type { Registry } from "./registry.ts";
import { run } from "./run.ts";
import type { WorkspaceCopy } from "./workspace-copy.ts";

/** The version of each published package, by its name. */
export type Release = ReadonlyMap<string, string>;

/** Raises the versions by the changesets, and publishes, as a maintainer does. Undefined where that failed. */
export async function release(
  { step }: Proof,
  workspace: WorkspaceCopy,
  registry: Registry,
): Promise<Release | undefined> {
  await workspace.commit("Say what has changed").catch(() => []);
  let raised: string[] = [];
  const isVersioned = await step("changeset version", "the workspace", async () => {
    await workspace.run(["changeset", "version"]);
    // The versions and the changelogs are changesets', and all else is codegen's: neither undoes the other.
    await workspace.run(["node", "tools/codegen/src/cli.ts", "--check"]);
    const changed = await workspace.commit("Release");
    const foreign = changed.filter(
      (name) => !/(\/package\.json|\/CHANGELOG\.md|^\.changeset\/.*\.md)$/.test(name),
    );
    if (foreign.length > 0) throw new Error(`also changed: ${foreign.join(", ")}`);
    raised = changed.flatMap((name) => /^packages\/[^/]+(?=\/package\.json$)/.exec(name) ?? []);
    return `${changed.length} files changed, each of them a version, a changelog or a changeset`;
  });
  const isBuilt = await step("build and release-check", "the workspace", async () => {
    await workspace.run(["turbo", "run", "build", "release-check", "--output-logs=errors-only"]);
    return "every package";
  });
  if (!isVersioned || !isBuilt) return undefined;
  await proveProvenance({ step }, workspace, raised[0] ?? "", registry);
  const manifests = await vouchForNothing(workspace.folder);
  const isPublished = await step("publish", "the registry", async () => {
    const output = await workspace.run(["pnpm", "release:publish"], { ...registry.env, CI: "true" });
    return [...output.matchAll(/(@settled\/\S+@\d[\w.-]+)/g)].length > 0 ? "with changeset publish" : output;
  });
  for (const { file, text } of manifests) await writeFile(file, text);
  return isPublished ? new Map(manifests.map(({ text }) => versionIn(text))) : undefined;
}

/** Of a package whose version is new. The setting works where it is refused: there is nobody here who could vouch for where the package comes from. */
async function proveProvenance(
  { step }: Pick<Proof, "step">,
  workspace: WorkspaceCopy,
  directory: string,
  registry: Registry,
): Promise<void> {
  await step("provenance", "the registry", async () => {
    // A service that builds would vouch for this, or say otherwise why it does not.
    const env = { ...registry.env, GITHUB_ACTIONS: "", GITLAB_CI: "" };
    const cwd = join(workspace.folder, directory);
    const { code, output } = await run(["pnpm", "publish", "--no-git-checks"], {
      ...workspace.options(env),
      cwd,
    });
    const said = /Automatic provenance generation not supported.*/.exec(output)?.[0];
    if (code === 0 || !said) throw new Error(`published without provenance: ${output.slice(-500)}`);
    return `demanded: ${said}`;
  });
}

/** Takes the demand for provenance out of the manifests. What stood there is returned. */
async function vouchForNothing(root: string): Promise<{ file: string; text: string }[]> {
  const manifests = [];
  for (const name of await readdir(join(root, "packages"))) {
    const file = join(root, "packages", name, "package.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/\n *"provenance": true,/, ""));
    manifests.push({ file, text });
  }
  return manifests;
}

function versionIn(text: string): [string, string] {
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return [name, version];
}
