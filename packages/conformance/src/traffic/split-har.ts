/** The bytes that structure JSON. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const BLANKS = [0x20, 0x0a, 0x0d, 0x09];
const MARK = [0xef, 0xbb, 0xbf];

/** Where the entries stand: in an array, in `entries`, in `log`. */
const DEPTH_OF_ENTRIES = 3;

/**
 * The texts of the entries of a HAR, `log.entries[]`, one after the other, however large the file is: what is held
 * of it is one entry.
 *
 * @throws SyntaxError when there are none, the file breaks off, or something follows its end.
 */
export async function* splitHar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const splitter = new HarSplitter();
  for await (const { buffer, byteOffset, byteLength } of chunks) {
    yield* splitter.read(Buffer.from(buffer, byteOffset, byteLength));
  }
  splitter.end();
}

/** What is known of a HAR between two of its chunks. */
class HarSplitter {
  readonly #path: string[] = [];
  readonly #name = new Piece();
  readonly #entry = new Piece();
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #hasEntries = false;
  #hasBegun = false;

  /** The entries that end in a chunk. */
  *read(bytes: Buffer): Generator<string> {
    this.#name.goOn();
    this.#entry.goOn();
    let at = 0;
    while (at < bytes.length) {
      if (this.#depth === 0) at = this.#passOutside(bytes, at);
      else if (this.#isInString) at = this.#passString(bytes, at);
      else {
        at = this.#passStructure(bytes, at);
        if (this.#entry.isOpen && this.#depth === DEPTH_OF_ENTRIES) yield this.#entry.end(bytes, at);
      }
    }
    this.#name.keep(bytes);
    this.#entry.keep(bytes);
  }

  /** @throws SyntaxError when there were no entries, or more was to come. */
  end(): void {
    if (!this.#hasEntries) throw new SyntaxError("it has no log.entries");
    if (this.#depth !== 0) throw new SyntaxError("it breaks off");
  }

  /** As far as the one object begins that a HAR is; when it has begun before, it has ended. */
  #passOutside(bytes: Buffer, start: number): number {
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (BLANKS.includes(byte) || (!this.#hasBegun && MARK.includes(byte))) continue;
      if (this.#hasBegun) throw new SyntaxError("something follows its end");
      if (byte !== OPEN_OBJECT) throw new SyntaxError("it has no log.entries");
      [this.#hasBegun, this.#depth] = [true, 1];
      return at + 1;
    }
    return bytes.length;
  }

  #passString(bytes: Buffer, start: number): number {
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#isInString = false;
        if (this.#name.isOpen) this.#path[this.#depth - 1] = this.#name.end(bytes, at);
        return at + 1;
      }
    }
    return bytes.length;
  }

  /** As far as a string begins, or a bracket closes. */
  #passStructure(bytes: Buffer, start: number): number {
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.#isInString = true;
        // Names matter down to `log.entries` alone.
        if (this.#depth === 1 || this.#depth === 2) this.#name.begin(at + 1);
        return at + 1;
      }
      if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#open(byte, at);
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        this.#depth -= 1;
        return at + 1;
      }
    }
    return bytes.length;
  }

  #open(byte: number, at: number): void {
    this.#depth += 1;
    if (!this.#isAmongEntries()) return;
    if (this.#depth === DEPTH_OF_ENTRIES && byte === OPEN_ARRAY) this.#hasEntries = true;
    else if (this.#depth === DEPTH_OF_ENTRIES + 1 && byte === OPEN_OBJECT && this.#hasEntries) {
      this.#entry.begin(at);
    }
  }

  // A value that is a text is taken for a name at times; what follows a bracket has the last word.
  #isAmongEntries(): boolean {
    return this.#path[0] === "log" && this.#path[1] === "entries";
  }
}

/** A text that may begin in one chunk and end in another. */
class Piece {
  isOpen = false;
  #start = 0;
  #before: Buffer[] = [];

  begin(start: number): void {
    this.isOpen = true;
    this.#start = start;
    this.#before = [];
  }

  /** In the next chunk. */
  goOn(): void {
    this.#start = 0;
  }

  /** What a chunk has of it, which is going to be gone. */
  keep(bytes: Buffer): void {
    if (this.isOpen) this.#before.push(Buffer.from(bytes.subarray(this.#start)));
  }

  end(bytes: Buffer, at: number): string {
    this.isOpen = false;
    const last = bytes.subarray(this.#start, at);
    return (this.#before.length > 0 ? Buffer.concat([...this.#before, last]) : last).toString("utf8");
  }
}
