import type { Json } from "../../document/json.ts";
import type { Random } from "../random.ts";

const SHORTEST = 24;
const LONGEST = 64;

const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/].map((pattern) => ({
  pattern,
  // The letters and digits of ASCII that a class has.
  chars: Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter((char) =>
    pattern.test(char),
  ),
}));

/**
 * A token that looks like the documented one: letters for letters, digits for digits, and all else as it stands. One
 * that is too short to be told from others begins with the sample, and goes on.
 *
 * @example
 * mintToken("not-a-token", random); // "not-a-token-mqzkfhwtbxya"
 */
export function mintToken(sample: Json | undefined, random: Random): string {
  const shown = typeof sample === "string" && /[A-Za-z0-9]/.test(sample) ? sample : "not-a-token";
  if (shown.length >= SHORTEST) return scramble(shown.slice(0, LONGEST), random);
  const head = shown.includes("-") ? `${shown}-` : shown;
  const classes = CLASSES.filter(({ pattern }) => pattern.test(shown));
  const chars = classes.flatMap((one) => one.chars);
  // At least half of it is random, however short or long the sample.
  const tail = Array.from({ length: Math.max(SHORTEST - head.length, SHORTEST / 2) }, () =>
    pick(chars, random),
  );
  return head + tail.join("");
}

function scramble(sample: string, random: Random): string {
  return [...sample].map((char) => scrambled(char, random)).join("");
}

function scrambled(char: string, random: Random): string {
  const same = CLASSES.find(({ pattern }) => pattern.test(char));
  return same ? pick(same.chars, random) : char;
}

function pick(chars: readonly string[], random: Random): string {
  return chars[random.integer(chars.length)] ?? "";
}
