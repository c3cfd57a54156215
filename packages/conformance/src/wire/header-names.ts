/** The names of headers. Whoever sends many requests sends the same ones with each, and is answered with the same. */
export interface HeaderNames {
  /** In lower case and in order, each once (Fetch standard, "sort and combine"). */
  readonly sorted: readonly string[];
  /** The same as one text. */
  readonly joined: string;
  /** Where the value of each of those is. */
  readonly order: readonly number[];
  /** Where the value of each header goes, as they were sent. */
  readonly places: readonly number[];
  /** Where that of `cookie` is. */
  readonly cookie: number | undefined;
  /** Where that of `set-cookie` is. */
  readonly setCookie: number | undefined;
  /** Where the value of a name is, if it was sent. */
  at(name: string): number | undefined;
}

/** How many are remembered, and how long they may be together: anybody can make up more. */
const LIMIT = 200;
const LONGEST = 2000;

const remembered = new Map<string, HeaderNames>();

/** @param raw names and values by turns */
export function headerNames(raw: readonly string[]): HeaderNames {
  let key = "";
  for (let index = 0; index + 1 < raw.length; index += 2) key += `${raw[index]}\n`;
  const known = remembered.get(key);
  if (known) return known;
  const names = readNames(raw);
  if (remembered.size < LIMIT && key.length < LONGEST) remembered.set(key, names);
  return names;
}

function readNames(raw: readonly string[]): HeaderNames {
  const byName = new Map<string, number>();
  const places: number[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? "").toLowerCase();
    const place = byName.get(name) ?? byName.size;
    byName.set(name, place);
    places.push(place);
  }
  const inOrder = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = inOrder.map(([name]) => name);
  return {
    sorted,
    joined: sorted.join(),
    order: inOrder.map(([, place]) => place),
    places,
    cookie: byName.get("cookie"),
    setCookie: byName.get("set-cookie"),
    at: (name) => byName.get(name) ?? byName.get(name.toLowerCase()),
  };
}
