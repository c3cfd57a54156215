import { join } from "node:path";
import { listProviders } from "codegen/src/spec/list-providers.ts";
import { BadInput } from "./bad-input.ts";
import { type Comparison, createComparison, createNewcomer } from "./comparison.ts";
import { readClientPackage } from "./load/client-package.ts";
import { createGit, type Git } from "./load/git.ts";
import { findLastRelease } from "./load/last-release.ts";
import { isFile, readFileSide, readRevision, readWorkingTree, type Side } from "./load/sides.ts";

/** What to compare. */
export interface Request {
  /** Providers, all if there is none; or two files. */
  readonly names: readonly string[];
  /** A revision or a file; by default the last release of each package. */
  readonly from?: string | undefined;
  /** A revision or a file; by default the working tree. */
  readonly to?: string | undefined;
}

/**
 * Compares two versions of each spec that was asked for.
 *
 * @throws BadInput if something that was named is not there
 * @throws SpecError if no client can be made of a version
 */
export async function compareSpecs(root: string, { names, from, to }: Request): Promise<Comparison[]> {
  if (names.some(isFile)) return [await compareFiles(root, names, { from, to })];
  const git = createGit(root);
  const comparisons: Comparison[] = [];
  for (const provider of await chooseProviders(root, names)) {
    comparisons.push(await compareProvider(root, provider, git, { from, to }));
  }
  return comparisons;
}

/** What each client is published with, besides what is made of its spec: the runtime, but for its tests. */
const SHARED = ["packages/runtime/src", ":(exclude)*.test.ts"];

async function compareProvider(
  root: string,
  provider: string,
  git: Git,
  { from, to }: Pick<Request, "from" | "to">,
): Promise<Comparison> {
  const client = await readClientPackage(root, provider);
  const read = (version: string) =>
    isFile(version) ? readFileSide(root, version) : readRevision(git, version, provider);
  const after = to === undefined ? await readWorkingTree(root, provider) : await read(to);
  if (!after) return createNewcomer(provider, client, `not there at ${to}`);

  let before: Side | undefined;
  let isSharedChanged = false;
  if (from !== undefined) {
    before = await read(from);
  } else {
    const release = await findLastRelease(client, git);
    if (release.revision === undefined) return createNewcomer(provider, client, release.why, release.first);
    const released = await readRevision(git, release.revision, provider);
    before = released && { ...released, label: release.label };
    isSharedChanged = to === undefined && (await git.hasChanged(release.revision, SHARED));
  }
  if (!before) return createNewcomer(provider, client, `not there at ${from ?? client.version}: all is new`);
  return createComparison(provider, client, { before, after, isSharedChanged });
}

/** Of a file that belongs to no package, there is no version: its changes are what they are after 1.0.0. */
async function compareFiles(
  root: string,
  names: readonly string[],
  { from, to }: Pick<Request, "from" | "to">,
): Promise<Comparison> {
  const [older, newer, ...more] = names;
  if (
    older === undefined ||
    newer === undefined ||
    more.length > 0 ||
    from !== undefined ||
    to !== undefined
  ) {
    throw new BadInput("files are compared in pairs", "Example: pnpm spec-diff old.yaml new.yaml");
  }
  const before = await readFileSide(root, older);
  const after = await readFileSide(root, newer);
  return createComparison(after.label, { name: after.label }, { before, after });
}

async function chooseProviders(root: string, names: readonly string[]): Promise<readonly string[]> {
  const known = await listProviders(join(root, "specs"));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names.length > 0 ? [...new Set(names)] : known;
  throw new BadInput(`there is no provider ${unknown}`, `Known providers: ${known.join(", ")}.`);
}
