/** The headers that a server has received. They say what `Headers` would say, and are made in a fraction of the time. */
export class ReceivedHeaders implements Headers {
  readonly #values = new Map<string, string>();

  /** @param raw names and values by turns, as Node has them */
  constructor(raw: readonly string[]) {
    for (let index = 0; index + 1 < raw.length; index += 2)
      this.append(raw[index] ?? "", raw[index + 1] ?? "");
  }
  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }
  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }
  append(name: string, value: string): void {
    const key = name.toLowerCase();
    const before = this.#values.get(key);
    // Fetch standard, "append"; of cookies RFC 6265 §5.4 says how they are joined.
    const joined = before === undefined ? value : `${before}${key === "cookie" ? "; " : ", "}${value}`;
    this.#values.set(key, joined);
  }
  set(name: string, value: string): void {
    this.#values.set(name.toLowerCase(), value);
  }
  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }
  /** None: it is servers that set cookies. */
  getSetCookie(): string[] {
    return [];
  }
  keys(): HeadersIterator<string> {
    return this.#sorted().keys();
  }
  values(): HeadersIterator<string> {
    return this.#sorted().values();
  }
  entries(): HeadersIterator<[string, string]> {
    return this.#sorted().entries();
  }
  [Symbol.iterator](): HeadersIterator<[string, string]> {
    return this.entries();
  }
  forEach(callback: (value: string, name: string, headers: Headers) => void): void {
    for (const [name, value] of this) callback(value, name, this);
  }
  // Fetch standard, "sort and combine".
  #sorted(): Map<string, string> {
    return new Map([...this.#values].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

type HeadersIterator<T> = MapIterator<T>;
