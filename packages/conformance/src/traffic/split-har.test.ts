import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitHar } from "./split-har.ts";

async function split(text: string, size = 7): Promise<unknown[]> {
  const bytes = Buffer.from(text);
  const found: unknown[] = [];
  for await (const entry of splitHar(chunksOf(bytes, size))) found.push(JSON.parse(entry));
  return found;
}

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test("whatever the entries are, and wherever the file is cut into pieces", async () => {
  const log = fc.record({
    entries: fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
    pages: fc.jsonValue(),
    creator: fc.jsonValue(),
  });
  const property = fc.asyncProperty(
    log,
    fc.integer({ min: 1, max: 40 }),
    fc.boolean(),
    async (given, size, spaced) => {
      const text = JSON.stringify({ log: given }, null, spaced ? 2 : 0);
      expect(await split(text, size)).toEqual(given.entries.map((one) => JSON.parse(JSON.stringify(one))));
    },
  );
  await fc.assert(property, { numRuns: 150 });
});

describe("of a file", () => {
  test.each([
    { name: "with a byte order mark", given: '\uFEFF{"log":{"entries":[{"a":1}]}}', want: [{ a: 1 }] },
    { name: "with blanks around it", given: ' \r\n\t{"log":{"entries":[]}}\n \n', want: [] },
    { name: "with no entries", given: '{"log":{"entries":[]}}', want: [] },
    {
      name: "with entries of another kind elsewhere",
      given: '{"log":{"pages":[{"entries":[{"a":1}]}],"entries":[{"b":"}]\\""}]},"entries":[{"c":1}]}',
      want: [{ b: '}]"' }],
    },
  ])("$name", async ({ given, want }) => {
    expect(await split(given)).toEqual(want);
  });

  test.each([
    { given: "not JSON", want: "it has no log.entries" },
    { given: '{"log":{}}', want: "it has no log.entries" },
    { given: '{"log":{"entries":[{"a":1}', want: "it breaks off" },
    { given: "", want: "it has no log.entries" },
    { given: '[{"log":{"entries":[]}}]', want: "it has no log.entries" },
    { given: 'x{"log":{"entries":[]}}', want: "it has no log.entries" },
    { given: '{"log":{"entries":[]}}}', want: "something follows its end" },
    { given: '{"log":{"entries":[]}} x', want: "something follows its end" },
    { given: '{"log":{"entries":[]}}\n{"log":{"entries":[]}}', want: "something follows its end" },
    { given: '{"log":{"entries":[]}}"', want: "something follows its end" },
    { given: '{"log":{"entries":[]}}\0', want: "something follows its end" },
  ])("$given: $want", async ({ given, want }) => {
    await expect(split(given)).rejects.toThrow(new SyntaxError(want));
  });
});
