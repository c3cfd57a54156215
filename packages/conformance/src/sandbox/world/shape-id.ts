import type { Random } from "../random.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const PLACEHOLDER = /^(x{3,}|\*+)$/i;
const HEX = "0123456789abcdef";
const DIGITS = "0123456789";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Another id of the shape of a sample: words stay, and what looks made by a machine is made anew.
 *
 * @example shapeId("exec-5d17f9a2", random) // exec-c03b8e41
 */
export function shapeId(sample: string, random: Random): string {
  let id = "";
  for (const part of partsOf(sample)) id += typeof part === "string" ? part : part(random);
  // All words: what tells one id from another is put behind them.
  return id === sample ? `${sample}-${pick(HEX, 8, random)}` : id;
}

/** What stays as it is, or what makes it anew. */
type Part = string | ((random: Random) => string);

const remembered = new Map<string, readonly Part[]>();

function partsOf(sample: string): readonly Part[] {
  const known = remembered.get(sample);
  if (known) return known;
  const parts = readParts(sample);
  // Documents show but a few ids; what a caller makes up is not kept for ever.
  if (remembered.size < 1000 && sample.length < 200) remembered.set(sample, parts);
  return parts;
}

function readParts(sample: string): readonly Part[] {
  const { 0: uuid, index = 0 } = UUID.exec(sample) ?? {};
  if (uuid !== undefined) {
    const made = (random: Random) => like(uuid, createUuid(random));
    return [sample.slice(0, index), made, sample.slice(index + uuid.length)];
  }
  const runs = sample.split(/(\*+|[A-Za-z0-9]+)/);
  return runs.map((run, at) => (at % 2 === 0 ? run : readRun(run)));
}

function readRun(run: string): Part {
  if (PLACEHOLDER.test(run)) return (random) => pick(HEX, run.length, random);
  // A word, also one with a digit in it, such as `plan4change`.
  if (/^[A-Za-z]+$/.test(run) || /^[a-z]{2,}\d[a-z]{2,}$/.test(run)) return run;
  if (/^\d+$/.test(run)) return (random) => shapeNumber(run, random);
  if (/^[0-9a-f]{6,}$/i.test(run)) return (random) => like(run, pick(HEX, run.length, random));
  // One letter and a count, such as `t0001`: a prefix stays.
  if (/^[a-z]\d+$/i.test(run)) return (random) => run.slice(0, 1) + pick(DIGITS, run.length - 1, random);
  return (random) => [...run].map((one) => shapeCharacter(one, random)).join("");
}

// A number does not begin with a zero unless the sample does.
function shapeNumber(run: string, random: Random): string {
  const [first = ""] = run;
  const zeros = /^0*/.exec(run)?.[0] ?? "";
  if (first === "0" && zeros.length < run.length) {
    return zeros + pick(DIGITS, run.length - zeros.length, random);
  }
  return `${1 + random.integer(9)}${pick(DIGITS, run.length - 1, random)}`;
}

function shapeCharacter(one: string, random: Random): string {
  if (/\d/.test(one)) return pick(DIGITS, 1, random);
  return like(one, pick(LETTERS, 1, random));
}

// RFC 9562 §5.4.
function createUuid(random: Random): string {
  const variant = "89ab"[random.integer(4)];
  return `${pick(HEX, 8, random)}-${pick(HEX, 4, random)}-4${pick(HEX, 3, random)}-${variant}${pick(HEX, 3, random)}-${pick(HEX, 12, random)}`;
}

function pick(from: string, count: number, random: Random): string {
  let text = "";
  for (let index = 0; index < count; index += 1) text += from[random.integer(from.length)];
  return text;
}

function like(sample: string, text: string): string {
  return sample === sample.toUpperCase() && sample !== sample.toLowerCase() ? text.toUpperCase() : text;
}
