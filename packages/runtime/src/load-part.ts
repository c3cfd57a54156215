/** What is being loaded: on the clock of a test, no time passes meanwhile. */
export const beingLoaded: Set<Promise<unknown>> = /* @__PURE__ */ new Set();

/**
 * Waits for a part of the runtime that is loaded when it is first used: what most programs never use costs them no
 * start.
 *
 * @param part - `import("./part.ts")`
 * @throws what the signal aborts with, as soon as it does, however long the loading takes.
 */
export function loadPart<Part>(part: Promise<Part>, signal?: AbortSignal | null): Promise<Part> {
  beingLoaded.add(part);
  const loaded = part.finally(() => beingLoaded.delete(part));
  if (!signal) return loaded;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    const end = () => signal.removeEventListener("abort", abort);
    loaded.then(resolve, reject).then(end);
  });
}
