import type { Clock } from "../clock.ts";

/**
 * Does something for no longer than so many milliseconds, and not past an abort: it ends then even if what is done
 * heeds no signal.
 *
 * @param work - is given the signal that aborts when it is ended
 * @param late - makes what is thrown if it takes too long
 * @throws what the signal aborts with.
 */
export function withTimeout<Value>(
  clock: Clock,
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Value>,
  late: () => unknown,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    // A signal that has aborted tells nobody any more.
    signal?.throwIfAborted();
    // A timer that is cleared costs less than half of `AbortSignal.timeout`, which lives on until its time has come.
    const controller = new AbortController();
    const end = () => {
      stop();
      signal?.removeEventListener("abort", abort);
    };
    const giveUp = (reason: unknown) => {
      end();
      reject(reason);
      controller.abort(reason);
    };
    const abort = () => giveUp(signal?.reason);
    const stop = clock.after(milliseconds, () => giveUp(late()));
    signal?.addEventListener("abort", abort);
    work(controller.signal).then((value) => {
      end();
      resolve(value);
    }, giveUp);
  });
}
