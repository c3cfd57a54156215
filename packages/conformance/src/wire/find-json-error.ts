/** What may come next in a JSON text. */
type Expected = "a value" | "a name" | "a colon" | "a comma or an end" | "the end";

/**
 * Where a text stops being JSON, in words that show no more of it than one character.
 *
 * @param text one that `JSON.parse` refuses
 * @example
 * findJsonError('{"a" 1}'); // `"1" in line 1, column 6, where a colon belongs`
 */
export function findJsonError(text: string): string {
  const ends: string[] = [];
  let expected: Expected = "a value";
  let mayEnd = false;
  let at = 0;
  for (;;) {
    while (at < text.length && " \t\n\r".includes(text[at] as string)) at += 1;
    const char = text[at];
    const next = char === undefined ? undefined : take(char);
    if (next === undefined) return describe(text, at, expected);
    at = next;
  }

  /** Where what begins here ends; `undefined` if it does not belong here. */
  function take(char: string): number | undefined {
    if (mayClose() && char === ends.at(-1)) {
      ends.pop();
      return after(at + 1);
    }
    mayEnd = false;
    switch (expected) {
      case "a value":
        return takeValue(char);
      case "a name":
        return before("a colon", endOfString(text, at));
      case "a colon":
        return before("a value", char === ":" ? at + 1 : undefined);
      case "a comma or an end":
        return before(ends.at(-1) === "}" ? "a name" : "a value", char === "," ? at + 1 : undefined);
      case "the end":
        return undefined;
    }
  }

  function mayClose(): boolean {
    return mayEnd || expected === "a comma or an end";
  }

  /** What comes next, once what is there ends. */
  function before(next: Expected, end: number | undefined): number | undefined {
    if (end !== undefined) expected = next;
    return end;
  }

  function takeValue(char: string): number | undefined {
    if (char === "{" || char === "[") {
      ends.push(char === "{" ? "}" : "]");
      expected = char === "{" ? "a name" : "a value";
      mayEnd = true;
      return at + 1;
    }
    const end = char === '"' ? endOfString(text, at) : endOfScalar(text, at);
    return end === undefined ? undefined : after(end);
  }

  function after(end: number): number {
    mayEnd = false;
    expected = ends.length > 0 ? "a comma or an end" : "the end";
    return end;
  }
}

function endOfScalar(text: string, start: number): number | undefined {
  const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
  scalar.lastIndex = start;
  return scalar.test(text) ? scalar.lastIndex : undefined;
}

function endOfString(text: string, start: number): number | undefined {
  if (text[start] !== '"') return undefined;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    // RFC 8259 §7: control characters are escaped.
    if (code < 0x20) return undefined;
    if (code === 0x5c) {
      if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at + 1, at + 6))) return undefined;
      at += 1;
    }
  }
  return undefined;
}

function describe(text: string, at: number, expected: Expected): string {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const column = at - before.lastIndexOf("\n");
  const found = at < text.length ? JSON.stringify(text[at]) : "nothing";
  return `${found} in line ${line}, column ${column}, where ${expected} belongs`;
}
