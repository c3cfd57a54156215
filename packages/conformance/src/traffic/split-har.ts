/** The bytes that structure JSON. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/**
 * The texts of the entries of a HAR, `log.entries[]`, one after the other, however large the file is: what is held
 * of it is one entry.
 *
 * @throws SyntaxError when there are none, or the file breaks off.
 */
export async function* splitHar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const path: string[] = [];
  let inString = false;
  let isEscaped = false;
  let text = "";
  let keyStart = -1;
  let depth = 0;
  let entryStart = -1;
  let pending: Buffer[] = [];
  let hasEntries = false;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = entryStart < 0 ? -1 : 0;
    if (keyStart >= 0) keyStart = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) {
          inString = false;
          // Names matter down to `log.entries` alone.
          if (keyStart >= 0) path[depth - 1] = text + bytes.toString("utf8", keyStart, at);
          keyStart = -1;
          text = "";
        }
        continue;
      }
      if (byte === QUOTE) {
        inString = true;
        if (depth <= 2 && depth > 0) keyStart = at + 1;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        depth += 1;
        if (depth === 3 && byte === OPEN_ARRAY && isEntries(path)) hasEntries = true;
        else if (depth === 4 && byte === OPEN_OBJECT && isEntries(path) && hasEntries) {
          entryStart = 1;
          start = at;
        }
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        depth -= 1;
        if (depth === 3 && entryStart > 0) {
          yield Buffer.concat([...pending, bytes.subarray(start, at + 1)]).toString("utf8");
          pending = [];
          entryStart = -1;
          start = -1;
        }
      }
    }
    if (start >= 0) pending.push(Buffer.from(bytes.subarray(start)));
    if (keyStart >= 0) text += bytes.toString("utf8", keyStart);
  }
  if (!hasEntries) throw new SyntaxError("it has no log.entries");
  if (depth !== 0) throw new SyntaxError("it breaks off");
}

// A value that is a text is taken for a name at times; what follows a bracket has the last word.
function isEntries([first, second]: readonly string[]): boolean {
  return first === "log" && second === "entries";
}
