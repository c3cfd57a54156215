import { decode, encode } from "@jridgewell/sourcemap-codec";
import { expect, it } from "vitest";
import { keepLines } from "./keep-lines.ts";

it.each([
  {
    what: "words of one line",
    given: [
      [
        [0, 0, 4, 0],
        [5, 0, 4, 6, 0],
        [9, 0, 4, 12],
      ],
    ],
    want: [[[0, 0, 4, 0]]],
  },
  {
    what: "two lines",
    given: [
      [
        [0, 0, 4, 2],
        [5, 0, 5, 0],
      ],
    ],
    want: [
      [
        [0, 0, 4, 2],
        [5, 0, 5, 0],
      ],
    ],
  },
  {
    what: "two files",
    given: [
      [
        [0, 0, 4, 0],
        [5, 1, 4, 0],
      ],
    ],
    want: [
      [
        [0, 0, 4, 0],
        [5, 1, 4, 0],
      ],
    ],
  },
  {
    what: "a line that comes again",
    given: [[[0, 0, 4, 0]], [[0, 0, 4, 9]]],
    want: [[[0, 0, 4, 0]], [[0, 0, 4, 9]]],
  },
  {
    what: "what is of no source",
    given: [[[0, 0, 4, 0], [7], [9, 0, 4, 3]]],
    want: [[[0, 0, 4, 0], [7], [9, 0, 4, 3]]],
  },
  { what: "an empty line", given: [[], [[0, 0, 4, 0]]], want: [[], [[0, 0, 4, 0]]] },
])("keeps of $what where each line begins", ({ given, want }) => {
  const map = {
    version: 3,
    sources: ["a.ts"],
    sourcesContent: ["let a;"],
    names: ["a"],
    mappings: encode(given as never),
  };
  const { mappings, ...rest } = JSON.parse(keepLines(JSON.stringify(map)));
  expect(decode(mappings)).toEqual(want);
  expect(rest).toEqual({ version: 3, sources: ["a.ts"], names: [] });
});
