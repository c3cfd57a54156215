/** A value with one thing in it changed. */
export interface Mutant {
  readonly value: unknown;
  /** Where: a JSON pointer. */
  readonly at: string;
  readonly how: string;
}

/** What comes of changing a JSON value in each of its places in each way, one at a time. */
export function mutate(value: unknown): Mutant[] {
  return [...mutantsAt(value, "", (part) => part)];
}

type Rebuild = (part: unknown) => unknown;

function* mutantsAt(part: unknown, at: string, rebuild: Rebuild): Generator<Mutant> {
  for (const [how, other] of Object.entries(STRANGERS)) {
    if (JSON.stringify(other) !== JSON.stringify(part)) yield { value: rebuild(other), at, how };
  }
  for (const [how, other] of variants(part)) yield { value: rebuild(other), at, how };
  if (typeof part !== "object" || part === null) return;
  for (const [step, member] of Object.entries(part)) {
    const below = `${at}/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    yield { value: rebuild(without(part, step)), at: below, how: "left out" };
    yield* mutantsAt(member, below, (other) => rebuild(replaced(part, step, other)));
  }
}

/** Values of each kind, and on both sides of the usual bounds. */
const STRANGERS = {
  null: null,
  true: true,
  zero: 0,
  negative: -1,
  fraction: 0.5,
  "too large for int32": 2 ** 31,
  "too large for anything": 1e300,
  "empty text": "",
  "another text": "stranger",
  "long text": "x".repeat(5000),
  "a date": "2026-02-28T23:59:59Z",
  "no date": "2026-02-29T23:59:59Z",
  "an id": "0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f",
  "empty list": [],
  "a list of all kinds": [null, 1, "x", {}, []],
  "empty object": {},
  "an object of strangers": { stranger: 1, "": null, constructor: "x" },
} as const;

function variants(part: unknown): [string, unknown][] {
  if (typeof part === "string")
    return [
      ["another case", part.toUpperCase()],
      ["longer", `${part} `],
    ];
  if (typeof part === "number")
    return [
      ["as text", String(part)],
      ["half more", part + 0.5],
      ["negated", -part],
    ];
  if (Array.isArray(part))
    return [
      ["twice", [...part, ...part]],
      ["in a list", [part]],
    ];
  if (typeof part === "object" && part !== null) return [["with a stranger", { ...part, stranger_: [{}] }]];
  return [["as text", String(part)]];
}

function without(part: object, step: string): unknown {
  if (Array.isArray(part)) return part.filter((_, index) => String(index) !== step);
  return Object.fromEntries(Object.entries(part).filter(([name]) => name !== step));
}

function replaced(part: object, step: string, other: unknown): unknown {
  if (Array.isArray(part)) return part.map((item, index) => (String(index) === step ? other : item));
  return Object.fromEntries(
    Object.entries(part).map(([name, member]) => [name, name === step ? other : member]),
  );
}
