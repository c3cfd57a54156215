import type { Mocked } from "./mocked.ts";
import type { Act, Step } from "./step.ts";

/** What a request meets with, and after how many milliseconds. */
export interface Moment {
  readonly act: Act;
  readonly delay: number;
}

/** A script at work: gives what the next request meets with. */
export type Run = () => Moment;

/**
 * Makes every step of a script beforehand, so that a wrong one is told of where it stands.
 *
 * @throws TypeError if a step is not what the operation documents, or there is none.
 */
export function createRun(mocked: Mocked, script: readonly Step[]): Run {
  const moments = script.map(({ act, delay, times }) => ({ act: act(mocked), delay, times }));
  const last = moments.at(-1);
  if (!last) {
    const { id } = mocked.operation;
    throw new TypeError(`The script of ${id} is empty. It takes a step, or several: ${id}: answers(200).`);
  }
  let at = 0;
  let used = 0;
  return () => {
    while (used >= (moments[at]?.times ?? Number.POSITIVE_INFINITY)) {
      at++;
      used = 0;
    }
    used++;
    return moments[at] ?? last;
  };
}
