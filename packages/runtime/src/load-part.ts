/**
 * Waits for a part of the runtime that is loaded when it is first used: what most programs never use costs them no
 * start.
 *
 * @param part - `import("./part.ts")`
 * @throws what the signal aborts with, as soon as it does, however long the loading takes.
 */
export function loadPart<Part>(part: Promise<Part>, signal?: AbortSignal | null): Promise<Part> {
  if (!signal) return part;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    const end = () => signal.removeEventListener("abort", abort);
    part.then(resolve, reject).then(end);
  });
}
