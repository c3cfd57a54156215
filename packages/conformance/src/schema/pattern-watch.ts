import { createContext, Script } from "node:vm";

/** How long one pattern may take over one text, in milliseconds. */
export const LIMIT = 1000;

/** A text of so many characters is decided at once, whatever the pattern; */
const SHORT = 20;
/** and one of so many is by a pattern that repeats once at the most. */
const LONG = 10_000;

// Repeats twice, or repeats a choice.
const REPEATS = /[*+?}|].*[*+?}]/s;

/** Neither yes nor no: the pattern of a document tries too many ways to read a text. */
export class UndecidedPattern extends Error {
  override readonly name = "UndecidedPattern";
}

/**
 * A pattern of a document, whose author need not have thought of texts that take it for ever, such as `(a+)+$` of forty
 * letters. An engine that takes no time (RE2) reads other patterns than the one that the specification names (ECMA-262), so
 * that the verdict would be another; a clock beside it alters none.
 */
export class PatternWatch extends RegExp {
  /** @throws UndecidedPattern where it takes longer than a second. */
  override test(text: string): boolean {
    if (text.length < (REPEATS.test(this.source) ? SHORT : LONG)) return super.test(text);
    return watched(() => super.test(text), this.source, text);
  }
}

// What is run by `vm` alone can be broken off. The clock costs some 0.1 ms, and what it runs in is made once.
const script = new Script("decide()");
let room: { decide?: () => boolean } | undefined;

function watched(decide: () => boolean, pattern: string, text: string): boolean {
  room ??= createContext({});
  room.decide = decide;
  try {
    return script.runInContext(room, { timeout: LIMIT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    throw new UndecidedPattern(
      `the pattern ${pattern} is undecided after ${LIMIT} ms, on a text of ${text.length} characters: ` +
        "it tries too many ways to read it, as a repetition within a repetition does",
    );
  }
}
