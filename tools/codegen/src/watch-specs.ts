import { watch } from "node:fs";
import { sep } from "node:path";

/** An editor saves in several steps: what was changed is told once nothing has for so many milliseconds. */
const QUIET = 50;

/**
 * The providers whose files were changed, each time somebody saves, until the signal is aborted. It watches from the
 * call on, whenever it is asked for what it saw.
 *
 * @param specs - the folder whose folders are the providers
 */
export function watchSpecs(specs: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>();
  let isQuiet = false;
  let wake = () => {};
  const settle = () => {
    isQuiet = true;
    wake();
  };
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(specs, { recursive: true }, (_, file) => {
    const [provider, ...path] = (file ?? "").split(sep);
    // What lies beside the folders is of no provider.
    if (!provider || path.length === 0) return;
    changed.add(provider);
    isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(settle, QUIET);
  });
  signal.addEventListener("abort", () => wake(), { once: true });
  return tell();

  async function* tell(): AsyncGenerator<readonly string[]> {
    try {
      while (!signal.aborted) {
        if (isQuiet && changed.size > 0) {
          const providers = [...changed].sort();
          changed.clear();
          yield providers;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      clearTimeout(timer);
      watcher.close();
    }
  }
}
