import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENCODINGS, tracesOf } from "../../test/encodings.ts";
import { createRedactor } from "./create-redactor.ts";

const SECRET = "s3cret & wörds/+=<x>\"'\\😀";

describe("a secret, by its value", () => {
  test.each(ENCODINGS)("$name", ({ encode }) => {
    const { redactText } = createRedactor({ secrets: [SECRET] });
    const clean = redactText(`before ${encode(SECRET)} after`);
    expect(clean).toMatch(/^before (.{0,5})REDACTED(.{0,8}) after$/);
    expect(redactText(clean)).toBe(clean);
  });

  test("there are more than twelve encodings", () => {
    expect(ENCODINGS.length).toBeGreaterThan(12);
  });

  test.each([
    { name: "twice", given: "abcd-abcd", want: "REDACTED-REDACTED" },
    { name: "two that overlap", given: "xabcdefgx", want: "xREDACTEDx" },
    { name: "one after the other", given: "abcddefg", want: "REDACTED" },
    { name: "in another case it is another text", given: "ABCD", want: "ABCD" },
    { name: "all of the text", given: "defg", want: "REDACTED" },
    { name: "where it was cut", given: '"…/abcdef…', want: '"…/REDACTED…' },
    { name: "where it was cut amidst an escape", given: "wxyz%2…", want: "REDACTED…" },
    { name: "behind what looks like an escape", given: "%41abcd %defg", want: "%REDACTED %REDACTED" },
    { name: "before what its last backslash escapes", given: "'&amp;&lt;wxyz\\'", want: "'REDACTED\\'" },
    { name: "none", given: "nothing of it: 50% \\o/ & more", want: "nothing of it: 50% \\o/ & more" },
  ])("$name", ({ given, want }) => {
    const secrets = ["abcd", "cdefg", "defg", "wxyz/abc", "abcdefghij", "41abcd", "&<wxyz\\"];
    expect(createRedactor({ secrets }).redactText(given)).toBe(want);
  });

  // Fewer than four characters stand in too many words.
  test.each([
    { given: "abc", want: "REDACTED" },
    { given: "the abc of it", want: "the abc of it" },
  ])("a short one is one as a whole only: $given", ({ given, want }) => {
    const { redactText, redactJson, redactHeaders, redactUrl } = createRedactor({ secrets: ["abc", ""] });
    expect(redactText(given)).toBe(want);
    expect(redactJson({ a: [given] })).toEqual({ a: [want] });
    expect(redactHeaders([["x-a", given]])).toEqual([["x-a", want]]);
    expect(redactUrl(`http://x/?a=${encodeURIComponent(given)}`)).toBe(
      `http://x/?a=${encodeURIComponent(want)}`,
    );
  });

  test("one that becomes known later", () => {
    const redactor = createRedactor();
    expect(redactor.redactText("a t0ken-value")).toBe("a t0ken-value");
    redactor.learn("t0ken-value");
    expect(redactor.redactText("a t0ken-value")).toBe("a REDACTED");
  });

  test("is found by properties: in any encoding, any surroundings, any text", () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 40, unit: "grapheme-composite" })
      .filter((text) => Buffer.byteLength(text) >= 8 && !"REDACTED".includes(text) && text.isWellFormed());
    const around = fc.string({ maxLength: 12 });
    const encoding = fc.constantFrom(...ENCODINGS);
    fc.assert(
      fc.property(secret, encoding, around, around, (canary, how, before, after) => {
        const encoded = how.encode(canary);
        const text = `${before}\n${encoded}\n${after}`;
        const clean = createRedactor({ secrets: [canary] }).redactText(text);
        for (const trace of tracesOf(canary, how)) {
          if (`${before}\n\n${after}`.includes(trace) || trace === "") continue;
          expect(clean).not.toContain(trace);
        }
      }),
      { numRuns: 1000 },
    );
  }, 120_000);

  test.each([
    "a.",
    'name="a" ',
    'content-disposition: name="a"\n',
    "…",
    "password=",
    "\\",
    "%25",
    "&amp;",
    "eyJ",
    '\\"a":',
    "<a ",
    "x://",
    "authorization: ",
    '"',
  ])(
    "no service can make it slow with 512 kB of %j: it would not be done in time",
    { timeout: 60_000 },
    (piece) => {
      const { redactBody } = createRedactor({ secrets: ["s3cret-one", "s3cret-two"] });
      const text = piece.repeat(524_288 / piece.length);
      expect(redactBody(text, "text/plain").length).toBeGreaterThan(0);
    },
  );

  test.each([
    { what: "quotes", lead: 'password="', end: '"' },
    { what: "quotes of a text in a text", lead: 'password=\\"', end: '\\"' },
    { what: "a part of a form", lead: 'content-disposition: form-data; name="password"\n\n', end: "\n--" },
  ])("a secret in $what is taken out though it is a file of 20 MB", { timeout: 60_000 }, ({ lead, end }) => {
    const { redactText } = createRedactor();
    const given = `${lead}${"canary ".repeat(3e6)}${end} after`;
    const want = `${lead}REDACTED${end} after`;
    const clean = redactText(given);
    // Never print the difference: it is 20 MB long.
    expect([clean.length, clean.includes("canary")]).toEqual([want.length, false]);
  });

  test("an escape without end is no reason to begin anew with each character", { timeout: 60_000 }, () => {
    const text = `password=\\"${"\\".repeat(200_000)}`;
    expect(createRedactor().redactText(text)).toBe(text);
  });

  test("what holds none of many secrets comes back as it is", { timeout: 60_000 }, () => {
    const secrets = Array.from({ length: 20 }, (_, index) => `s3cret-number-${index}-of-many`);
    const line = '{"job-id":"f61d60d2","name":"Übersicht","url":"https://a.example/x?y=a%20b"},\n';
    const text = line.repeat(Math.ceil(1e6 / line.length));
    expect(createRedactor({ secrets }).redactText(text)).toBe(text);
  });
});

describe("a secret, by its name", () => {
  const { redactText, redactHeaders, redactUrl, redactJson, redactBody } = createRedactor({
    names: ["X-Thing"],
  });

  test.each([
    { given: '{"password":"a \\"b\\" c","user":"ada"}', want: '{"password":"REDACTED","user":"ada"}' },
    { given: '{\\"token\\":\\"a b\\",\\"n\\":1}', want: '{\\"token\\":\\"REDACTED\\",\\"n\\":1}' },
    { given: "password=a&user=ada", want: "password=REDACTED&user=ada" },
    { given: "authorization: Basic YTpi", want: "authorization: Basic REDACTED" },
    { given: "-H 'authorization: ACME Key=1, Signature=2' -X", want: "-H 'authorization: ACME REDACTED' -X" },
    { given: "Authorization: s3cret", want: "Authorization: REDACTED" },
    { given: "Authorization: Basic …", want: "Authorization: Basic …" },
    { given: "-H 'x-thing: a b' -H 'x-other: a b'", want: "-H 'x-thing: REDACTED' -H 'x-other: a b'" },
    { given: 'access_token: "a b"', want: 'access_token: "REDACTED"' },
    { given: "access_token: a b", want: "access_token: REDACTED" },
    { given: "size: 5, pin: 1234, more", want: "size: 5, pin: REDACTED, more" },
    { given: '{"token-wait":5,"pin":5', want: '{"token-wait":5,"pin":REDACTED' },
    { given: '"tokens":["a","b"],"c":1', want: '"tokens":["REDACTED"],"c":1' },
    { given: '"password":{"user":{"name":"a"}}', want: '"password":{"user":{"name":"a"}}' },
    { given: "cookie: a=b; c=d\nx: y", want: "cookie: REDACTED\nx: y" },
    { given: "<a><password>a b</password></a>", want: "<a><password>REDACTED</password></a>" },
    { given: "sent Bearer abc123def456 to it", want: "sent Bearer REDACTED to it" },
    { given: "a JWT eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", want: "a JWT REDACTED" },
    { given: "at https://ada:s3cret@x/y", want: "at https://ada:REDACTED@x/y" },
    {
      given: "-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----",
      want: "-----BEGIN RSA PRIVATE KEY-----REDACTED-----END RSA PRIVATE KEY-----",
    },
    {
      given: 'content-disposition: form-data; name="password"\r\n\r\na b\r\n--x',
      want: 'content-disposition: form-data; name="password"\r\n\r\nREDACTED\r\n--x',
    },
    { given: "to https://x/a?b=c&token=d, and", want: "to https://x/a?b=c&token=REDACTED and" },
    { given: "<https://x/?token=a>; rel=next", want: "<https://x/?token=REDACTED>; rel=next" },
    { given: '{"href":"https://x/#access_token=a"', want: '{"href":"https://x/#access_token=REDACTED"' },
    { given: "-H 'referer: https://x/?token=a'", want: "-H 'referer: https://x/?token=REDACTED'" },
    { given: "https://x/?nextToken=a&b=c", want: "https://x/?nextToken=a&b=c" },
    { given: "Basic authentication is asked for", want: "Basic authentication is asked for" },
    { given: '"NextToken": "abc", "tokenType": "x"', want: '"NextToken": "abc", "tokenType": "x"' },
    { given: '"hasPassword": true, "token": null', want: '"hasPassword": true, "token": null' },
  ])("in a text: $given", ({ given, want }) => {
    expect(redactText(given)).toBe(want);
    expect(redactText(want)).toBe(want);
  });

  test.each([
    { given: ["authorization", "Basic YTpi"], want: "Basic REDACTED" },
    { given: ["Proxy-Authorization", "secret"], want: "REDACTED" },
    { given: ["set-cookie", "a=b; Path=/"], want: "REDACTED" },
    { given: ["X-THING", "a"], want: "REDACTED" },
    { given: ["x-acme-security-token", "a"], want: "REDACTED" },
    { given: ["accept", "a/b"], want: "a/b" },
    { given: ["x-thing", ""], want: "" },
    { given: ["location", "https://x/?token=a"], want: "https://x/?token=REDACTED" },
  ] as const)("in a header: $given", ({ given, want }) => {
    expect(redactHeaders([given])).toEqual([[given[0], want]]);
  });

  test.each([
    { given: "http://x/a?b=c%20d&token=e", want: "http://x/a?b=c%20d&token=REDACTED" },
    { given: "http://x/#access_token=e&state=f", want: "http://x/#access_token=REDACTED&state=f" },
    { given: "http://ada:b@x/", want: "http://ada:REDACTED@x/" },
    { given: "/a?X%2DThing=b&c", want: "/a?X%2DThing=REDACTED&c" },
  ])("in a URL: $given", ({ given, want }) => {
    expect(redactUrl(given)).toBe(want);
  });

  test.each([
    { given: { password: "a", n: 1 }, want: { password: "REDACTED", n: 1 } },
    { given: { "token-wait": 5, "last-token": "a" }, want: { "token-wait": 5, "last-token": "REDACTED" } },
    { given: { pin: 1234 }, want: { pin: "REDACTED" } },
    { given: { tokens: ["a", "b"] }, want: { tokens: ["REDACTED", "REDACTED"] } },
    {
      given: { hasSecret: true, secret: null, token: "" },
      want: { hasSecret: true, secret: null, token: "" },
    },
    {
      given: { password: { user: { name: "ada", password: "b" } } },
      want: { password: { user: { name: "ada", password: "REDACTED" } } },
    },
    {
      given: { token: { value: "a", expires_at: "b" } },
      want: { token: { value: "REDACTED", expires_at: "b" } },
    },
    {
      given: [
        { name: "password", value: "a" },
        { name: "size", value: "b" },
      ],
      want: [
        { name: "password", value: "REDACTED" },
        { name: "size", value: "b" },
      ],
    },
    {
      given: { name: "pw", type: "SecureString", value: { string: { value: "a" } } },
      want: { name: "pw", type: "SecureString", value: { string: { value: "REDACTED" } } },
    },
    { given: { text: '{"password":"a"}' }, want: { text: '{"password":"REDACTED"}' } },
  ])("in JSON: $given", ({ given, want }) => {
    expect(redactJson(given)).toEqual(want);
    expect(redactJson(want)).toEqual(want);
  });

  test.each([
    { name: "no secret, no change", given: '{ "a" : 1.0,\n"a":2}', want: '{ "a" : 1.0,\n"a":2}' },
    {
      name: "exact numbers",
      given: '{"n":9007199254740993,"m":1.50,"token":"a"}',
      want: '{"n":9007199254740993,"m":1.50,"token":"REDACTED"}',
    },
    { name: "a member that stands twice", given: '{"token":"a","token":"b"}', want: '{"token":"REDACTED"}' },
    { name: "what is no JSON after all", given: '{"token":"a', want: '{"token":"REDACTED"' },
    {
      name: "what is nested deeper than there is room for",
      given: `${"[".repeat(30_000)}{"token":"a"}${"]".repeat(30_000)}`,
      want: `${"[".repeat(30_000)}{"token":"REDACTED"}${"]".repeat(30_000)}`,
    },
    {
      name: "a form",
      type: "application/x-www-form-urlencoded",
      given: "a=b&token=c+d",
      want: "a=b&token=REDACTED",
    },
  ])("in a body: $name", ({ given, want, type = "" }) => {
    expect(redactBody(given, type)).toBe(want);
  });
});
