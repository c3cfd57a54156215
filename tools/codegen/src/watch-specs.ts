import { globSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

/**
 * How often it looks, in milliseconds. An editor saves in several steps: what was changed is told once a second look
 * finds the same.
 */
const TICK = 50;

/**
 * The providers whose files were changed, each time somebody saves, until the signal is aborted. It compares with what
 * lay there at the call, and then with what it told last: nothing is missed, whenever it is asked, and however an
 * editor saves. (fs.watch loses sight of a file that is replaced: on Linux it stays with the one that is gone.)
 *
 * @param specs - the folder whose folders are the providers
 */
export function watchSpecs(specs: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  return tellChanges(specs, lookAt(specs), signal);
}

async function* tellChanges(
  specs: string,
  first: Look,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  let told = first;
  let before = first;
  while (await goesOn(signal)) {
    const now = lookAt(specs);
    const changed = changedProviders(told, now);
    const isQuiet = changedProviders(before, now).length === 0;
    before = now;
    if (!isQuiet || changed.length === 0) continue;
    told = now;
    yield changed;
  }
}

/** What tells one save of a file from another, by the file's path. */
type Look = ReadonlyMap<string, string>;

function lookAt(specs: string): Look {
  const look = new Map<string, string>();
  for (const path of globSync("*/*.yaml", { cwd: specs })) {
    const stats = statSync(join(specs, path), { throwIfNoEntry: false });
    if (stats) look.set(path, `${stats.ino} ${stats.size} ${stats.mtimeMs}`);
  }
  return look;
}

function changedProviders(before: Look, after: Look): string[] {
  const changed = [...before.keys(), ...after.keys()].filter((path) => before.get(path) !== after.get(path));
  return [...new Set(changed.map(dirname))].sort();
}

function goesOn(signal: AbortSignal): Promise<boolean> {
  return setTimeout(TICK, true, { signal }).catch(() => false);
}
