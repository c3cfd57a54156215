import { describe, expect, it } from "vitest";
import { hideSecrets } from "./hide-secrets.ts";

const hidden = "[redacted]";

describe("a secret", () => {
  const rows: { given: [secrets: string[], text: string]; want: string }[] = [
    { given: [["s3cr3t"], "it is s3cr3t, s3cr3t"], want: `it is ${hidden}, ${hidden}` },
    { given: [["s3cr3t"], "xs3cr3ty"], want: `x${hidden}y` },
    { given: [["pw#1"], "pw#1"], want: hidden },
    { given: [['a"b\\c'], JSON.stringify({ key: 'a"b\\c' })], want: `{"key":"${hidden}"}` },
    { given: [["a+b/c=="], "?key=a%2Bb%2Fc%3D%3D"], want: `?key=${hidden}` },
    { given: [["a b'c"], "?key=a%20b'c"], want: `?key=${hidden}` },
    { given: [["a b'c"], "?key=a+b%27c"], want: `?key=${hidden}` },
    { given: [["öl1€"], "öl1€ %C3%B6l1%E2%82%AC"], want: `${hidden} ${hidden}` },
    // No spelling in a URL, but no reason to fail either.
    { given: [["half \ud83d a pair"], "half \ud83d a pair"], want: hidden },
    { given: [["first\nsecond\n"], 'value "first\nsecond"'], want: `value "${hidden}"` },
    // A part of another one, whichever comes first.
    { given: [["abcd", "abcdefgh"], "abcdefgh"], want: hidden },
    { given: [["abcdefgh", "abcd"], "abcdefgh abcd"], want: `${hidden} ${hidden}` },
    // What is in every text is no secret.
    { given: [["", "a", "con"], "a connection"], want: "a connection" },
    { given: [[], "as it is"], want: "as it is" },
  ];

  it.each(rows)("in $given.1 is hidden: $want", ({ given: [secrets, text], want }) => {
    expect(hideSecrets(secrets)(text)).toBe(want);
  });
});
