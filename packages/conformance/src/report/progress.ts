import { clearLine, cursorTo } from "node:readline";

/** Says how far a run is, for people who wait for it. */
export interface Progress {
  /** What is being done now. On a terminal it takes the place of what was said before; elsewhere nobody watches. */
  show(text: string): void;
  /** What is done: a line of its own, also where it is written to a log. */
  note(text: string): void;
  /** Leaves nothing behind. */
  end(): void;
}

/** Where it is shown: never where a report may go. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

// A line that is rewritten more often flickers.
const INTERVAL = 50;

/** A progress display: one line that is rewritten on a terminal, plain lines elsewhere. */
export function createProgress(
  stream: ProgressStream = process.stderr,
  env: NodeJS.ProcessEnv = process.env,
): Progress {
  // A terminal that cannot move its cursor, and the log of a build that pretends to be one.
  const isLive = stream.isTTY === true && env.TERM !== "dumb" && !env.CI;
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return { show, note, end };

  function show(text: string): void {
    const now = performance.now();
    if (!isLive || now - shownAt < INTERVAL) return;
    shownAt = now;
    erase();
    const width = Math.min(80, stream.columns || 80) - 1;
    const line = text.replace(/\s+/g, " ");
    stream.write(line.length > width ? `${line.slice(0, width - 1)}…` : line);
    isShown = true;
  }

  function note(text: string): void {
    erase();
    if (!isLive) stream.write(`${text}\n`);
  }

  function end(): void {
    erase();
  }

  function erase(): void {
    if (!isShown) return;
    cursorTo(stream, 0);
    clearLine(stream, 0);
    isShown = false;
  }
}
