import { BadInput } from "../bad-input.ts";
import type { Level } from "../rules/rule.ts";
import type { ClientPackage } from "./client-package.ts";
import type { Git } from "./git.ts";

/** The revision in which the current version of a package was released, or why there is none. */
export type Release =
  | { readonly revision: string; readonly label: string }
  | { readonly revision: undefined; readonly why: string; readonly first?: Level };

const NEW = "not released yet: all of it is new";

/**
 * Where the package's present version was released: at the tag that changesets gives it, and without a tag in the
 * commit that gave it the version. What was never released breaks nobody.
 *
 * @throws BadInput if the clone's history does not reach back so far
 */
export async function findLastRelease(
  { name, version, manifest }: ClientPackage,
  git: Git,
): Promise<Release> {
  if (version === "0.0.0") return { revision: undefined, why: NEW, first: "minor" };

  const tag = `${name}@${version}`;
  if (await git.commit(`refs/tags/${tag}`)) return { revision: `refs/tags/${tag}`, label: version };

  // In a shallow clone, its oldest commit would seem to have made everything.
  if (await git.isShallow()) {
    throw new BadInput(
      `the release of ${tag} is not in this clone, which is shallow`,
      "Fetch the past, `git fetch --unshallow --tags` (in CI: `fetch-depth: 0`), or say --from <revision>.",
    );
  }
  const revision = await git.lastChange(`"version": "${version}"`, manifest);
  if (revision) return { revision, label: `${version}, without a tag` };
  return { revision: undefined, why: `${version} is not committed yet: it is being released` };
}
