import { basename, resolve } from "node:path";
import type { CodeSplittingGroup, Plugin } from "rolldown";

export interface PartsAlong {
  /** Learns what imports what. */
  readonly plugin: Plugin;
  readonly groups: CodeSplittingGroup[];
}

/** On a path, whatever is imported when it is needed. */
export const LATER = "later";

/**
 * The parts of a package that a usual run loads, one after the other. Left to itself, a bundler makes a part of what the
 * same modules share: dozens, each of which is looked for, read and linked, which takes a start as long as what is in
 * them. Here, each module on the path brings along in one part what it imports and others do as well, but for what came
 * with those before it.
 *
 * @param path sources, in the order in which they are loaded: `src/cli.ts`; or `later`
 * @param options.isFirstWhole whether the first of them is one part with all that it brings along
 * @throws where one of them is none of the program's, as soon as it is bundled.
 */
export function partsAlong(
  directory: string,
  path: readonly string[],
  { isFirstWhole }: { readonly isFirstWhole: boolean },
): PartsAlong {
  const imports = new Map<string, readonly string[]>();
  const importedLater = new Set<string>();
  const plugin: Plugin = {
    name: "parts-along",
    moduleParsed({ id, importedIds, dynamicallyImportedIds }) {
      imports.set(id, importedIds);
      for (const later of dynamicallyImportedIds) importedLater.add(later);
    },
  };
  const groups = path.map((source, index): CodeSplittingGroup => {
    let brought: ReadonlySet<string> | undefined;
    return {
      name: `${basename(source, ".ts")}-shared`,
      test(id) {
        brought ??= broughtBy(source === LATER ? importedLater : [sourceOf(source)]);
        return brought.has(id) && !importedLater.has(id);
      },
      minShareCount: isFirstWhole && index === 0 ? 1 : 2,
      priority: path.length - index,
    };
  });
  return { plugin, groups };

  function sourceOf(source: string): string {
    const id = resolve(directory, source);
    if (!imports.has(id)) throw new Error(`nothing imports ${source}`);
    return id;
  }

  function broughtBy(sources: Iterable<string>): ReadonlySet<string> {
    const found = new Set(sources);
    // What is added on the way is visited as well.
    for (const id of found) for (const imported of imports.get(id) ?? []) found.add(imported);
    return found;
  }
}
