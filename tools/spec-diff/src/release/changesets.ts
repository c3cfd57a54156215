import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import { BadInput } from "../bad-input.ts";
import type { Level } from "../rules/rule.ts";
import { isAtLeast } from "./level.ts";

/** A changeset that waits for the next release. */
export interface Changeset {
  /** From the root. */
  readonly file: string;
  readonly text: string;
  /** By package. */
  readonly levels: ReadonlyMap<string, Level>;
}

/**
 * The changesets that wait for the next release.
 *
 * @throws BadInput if one of them cannot be read
 */
export async function readChangesets(root: string): Promise<Changeset[]> {
  const names = await readdir(join(root, ".changeset")).catch(() => []);
  const files = names.filter((name) => name.endsWith(".md") && name !== "README.md").sort();
  return Promise.all(
    files.map(async (name) => {
      const file = `.changeset/${name}`;
      const text = await readFile(join(root, file), "utf8");
      return { file, text, levels: levelsIn(text, file) };
    }),
  );
}

/** The changeset that raises a package most, and by how much. */
export function coverOf(
  changesets: readonly Changeset[],
  name: string,
): { readonly file: string; readonly level: Level } | undefined {
  const covers = changesets.flatMap(({ file, levels }) => {
    const level = levels.get(name);
    return level ? [{ file, level }] : [];
  });
  return covers.find(({ level }) => covers.every((other) => isAtLeast(level, other.level)));
}

function levelsIn(text: string, file: string): Map<string, Level> {
  try {
    const { releases } = parseChangesetFile(text);
    return new Map(releases.flatMap(({ name, type }) => (type === "none" ? [] : [[name, type]])));
  } catch {
    throw new BadInput(
      `${file} is no changeset`,
      'Expected front matter and a note: ---\\n"@settled/acme-client": minor\\n---\\n\\nWhat changed.',
    );
  }
}
