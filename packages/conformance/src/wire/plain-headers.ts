import { type HeaderNames, headerNames } from "./header-names.ts";

// RFC 9110 §5.1 and §5.5.
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Headers as they travel. They say what `Headers` would say, and are made in a fraction of the time; the first of the
 * others costs a process as much as to start.
 */
export class PlainHeaders implements Headers {
  #names: HeaderNames;
  /** One for each name. */
  #values: string[] = [];
  /** Those that are set: no list, so that each stays one (RFC 6265 §3). */
  #cookies: string[] = [];

  /** @param raw names and values by turns, as Node has them */
  constructor(raw: readonly string[] = []) {
    this.#names = headerNames(raw);
    this.#read(raw);
  }
  /** A copy, to be changed. */
  static of(headers: Iterable<readonly [string, string]>): PlainHeaders {
    return new PlainHeaders([...headers].flat());
  }
  /** The names, sorted and with commas between: made but once for all who send the same. */
  get names(): string {
    return this.#names.joined;
  }
  get(name: string): string | null {
    const at = this.#names.at(name);
    return at === undefined ? null : (this.#values[at] ?? null);
  }
  has(name: string): boolean {
    return this.#names.at(name) !== undefined;
  }
  /** @throws TypeError where no header can hold it */
  append(name: string, value: string): void {
    this.#begin([...this.#raw(), name, holdable(name, value)]);
  }
  /** @throws TypeError where no header can hold it */
  set(name: string, value: string): void {
    const held = holdable(name, value);
    this.delete(name);
    this.#begin([...this.#raw(), name, held]);
  }
  delete(name: string): void {
    const own = name.toLowerCase();
    this.#begin([...this].flatMap(([other, value]) => (other === own ? [] : [other, value])));
  }
  getSetCookie(): string[] {
    return [...this.#cookies];
  }
  keys(): HeadersIterator<string> {
    if (this.#cookies.length < 2) return this.#names.sorted.values();
    return [...this.entries()].map(([name]) => name).values();
  }
  values(): HeadersIterator<string> {
    return [...this.entries()].map(([, value]) => value).values();
  }
  entries(): HeadersIterator<[string, string]> {
    const { sorted, order } = this.#names;
    return sorted
      .flatMap((name, index): [string, string][] => {
        if (name === "set-cookie") return this.#cookies.map((cookie) => [name, cookie]);
        return [[name, this.#values[order[index] ?? 0] ?? ""]];
      })
      .values();
  }
  [Symbol.iterator](): HeadersIterator<[string, string]> {
    return this.entries();
  }
  forEach(callback: (value: string, name: string, headers: Headers) => void): void {
    for (const [name, value] of this) callback(value, name, this);
  }
  #raw(): string[] {
    return [...this].flat();
  }
  #begin(raw: readonly string[]): void {
    this.#names = headerNames(raw);
    this.#values = [];
    this.#cookies = [];
    this.#read(raw);
  }
  #read(raw: readonly string[]): void {
    const { places, cookie, setCookie } = this.#names;
    for (let index = 0; index < places.length; index += 1) {
      const at = places[index] ?? 0;
      const value = raw[index * 2 + 1] ?? "";
      const before = this.#values[at];
      if (at === setCookie) this.#cookies.push(value);
      // Fetch standard, "append"; of cookies RFC 6265 §5.4 says how they are joined.
      this.#values[at] = before === undefined ? value : `${before}${at === cookie ? "; " : ", "}${value}`;
    }
  }
}

function holdable(name: string, value: string): string {
  const trimmed = value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
  if (NAME.test(name) && VALUE.test(trimmed)) return trimmed;
  throw new TypeError(`no header can hold the value of ${name}`);
}

type HeadersIterator<T> = ArrayIterator<T>;

/** The names of headers, sorted and with commas between: what is judged by them alone need be judged once. */
export function namesOf(headers: Headers): string {
  return headers instanceof PlainHeaders ? headers.names : [...headers.keys()].join();
}
