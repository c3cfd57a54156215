import { type HeaderNames, headerNames } from "./header-names.ts";

/** The headers that a server has received. They say what `Headers` would say, and are made in a fraction of the time. */
export class ReceivedHeaders implements Headers {
  #names: HeaderNames;
  /** One for each name. */
  #values: string[] = [];

  /** @param raw names and values by turns, as Node has them */
  constructor(raw: readonly string[]) {
    this.#names = headerNames(raw);
    this.#read(raw);
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
  append(name: string, value: string): void {
    this.#begin([...this.#raw(), name, value]);
  }
  set(name: string, value: string): void {
    this.delete(name);
    this.append(name, value);
  }
  delete(name: string): void {
    const own = name.toLowerCase();
    this.#begin([...this].flatMap(([other, value]) => (other === own ? [] : [other, value])));
  }
  /** None: it is servers that set cookies. */
  getSetCookie(): string[] {
    return [];
  }
  keys(): HeadersIterator<string> {
    return this.#names.sorted.values();
  }
  values(): HeadersIterator<string> {
    return this.#names.order.map((at) => this.#values[at] ?? "").values();
  }
  entries(): HeadersIterator<[string, string]> {
    const { sorted, order } = this.#names;
    return sorted
      .map((name, index): [string, string] => [name, this.#values[order[index] ?? 0] ?? ""])
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
    this.#read(raw);
  }
  #read(raw: readonly string[]): void {
    const { places, cookie } = this.#names;
    for (let index = 0; index < places.length; index += 1) {
      const at = places[index] ?? 0;
      const value = raw[index * 2 + 1] ?? "";
      const before = this.#values[at];
      // Fetch standard, "append"; of cookies RFC 6265 §5.4 says how they are joined.
      this.#values[at] = before === undefined ? value : `${before}${at === cookie ? "; " : ", "}${value}`;
    }
  }
}

type HeadersIterator<T> = ArrayIterator<T>;

/** The names of headers, sorted and with commas between: what is judged by them alone need be judged once. */
export function namesOf(headers: Headers): string {
  return headers instanceof ReceivedHeaders ? headers.names : [...headers.keys()].join();
}
