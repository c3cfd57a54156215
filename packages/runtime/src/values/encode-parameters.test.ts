import { describe, expect, it } from "vitest";
import { typedValues } from "../../test/typed-values.ts";
import { decodeParameters } from "./decode-parameters.ts";
import { encodeParameters } from "./encode-parameters.ts";
import { secret } from "./secret.ts";
import { typed } from "./typed-value.ts";

const text = (value: string) => ({ string: { value } });
const number = (value: number) => ({ number: { value } });

describe("a value as a parameter", () => {
  const time = new Date("2026-11-22T05:11:25.003Z");
  const rows: { given: unknown; as?: string; want: object }[] = [
    { given: "a", want: { type: "string", value: text("a") } },
    { given: "", want: { type: "string", value: text("") } },
    { given: 8, want: { type: "number", value: number(8) } },
    { given: false, want: { type: "boolean", value: { boolean: { value: false } } } },
    { given: time, want: { type: "Time", value: { time: { value: "2026-11-22T05:11:25.003Z" } } } },
    { given: secret("x"), want: { type: "HiddenText", value: { "hidden-text": { value: "x" } } } },

    {
      given: ["a", "b"],
      want: { type: "List/string", value: { list: { elements: [text("a"), text("b")] } } },
    },
    { given: ["a", 1], want: { type: "List/any", value: { list: { elements: [text("a"), number(1)] } } } },
    { given: [], want: { type: "List/any", value: { list: { elements: [] } } } },
    { given: [[1]], want: { type: "List/List/number" } },
    { given: [{ a: 1 }], want: { type: "List/Map" } },
    { given: [], as: "List/Acme:Disk", want: { type: "List/Acme:Disk", value: { list: { elements: [] } } } },
    {
      given: { a: 1, b: { c: "d" }, e: null },
      want: {
        type: "Map",
        value: {
          map: {
            entry: [
              { key: "a", value: number(1) },
              { key: "b", value: { map: { entry: [{ key: "c", value: text("d") }] } } },
              { key: "e" },
            ],
          },
        },
      },
    },
    { given: new Map([["a", 1]]), want: { value: { map: { entry: [{ key: "a", value: number(1) }] } } } },
    // What looks like a wrapper is a map all the same.
    { given: text("a"), want: { type: "Map" } },

    { given: "09:30", as: "Time", want: { type: "Time", value: { time: { value: "09:30" } } } },
    { given: "x.*", as: "Pattern", want: { type: "Pattern", value: { pattern: { value: "x.*" } } } },
    { given: "x", as: "HiddenText", want: { value: { "hidden-text": { value: "x" } } } },
    { given: secret("x"), as: "Cipher", want: { type: "Cipher", value: { cipher: { value: "x" } } } },
    {
      given: ["x"],
      as: "List/HiddenText",
      want: { value: { list: { elements: [{ "hidden-text": { value: "x" } }] } } },
    },
    { given: { name: "a" }, as: "File", want: { type: "File", value: { file: { name: "a" } } } },
    // Types without a kind of their own: a text is a text, an object a reference.
    { given: "/a/b", as: "Path", want: { type: "Path", value: text("/a/b") } },
    { given: { id: "1" }, as: "Acme:Disk", want: { type: "Acme:Disk", value: { reference: { id: "1" } } } },
    {
      given: [{ id: "1" }],
      as: "List/Acme:Disk",
      want: { value: { list: { elements: [{ reference: { id: "1" } }] } } },
    },
    {
      given: { a: 1 },
      as: "any",
      want: { type: "any", value: { map: { entry: [{ key: "a", value: number(1) }] } } },
    },

    {
      given: typed("Acme:Disk", { other: { id: 1 } }),
      want: { type: "Acme:Disk", value: { other: { id: 1 } } },
    },
    {
      given: typed(undefined, { file: { name: "a" } }),
      want: { type: "File", value: { file: { name: "a" } } },
    },
    { given: typed("A", { novel: 1 }), as: "B", want: { type: "B", value: { novel: 1 } } },
    {
      given: [typed("Acme:Disk", { other: {} })],
      want: { type: "List/Acme:Disk", value: { list: { elements: [{ other: {} }] } } },
    },
    {
      given: typed("Pair", { other: [{ id: "a", value: { "hidden-text": { value: secret("x") } } }] }),
      want: { value: { other: [{ id: "a", value: { "hidden-text": { value: "x" } } }] } },
    },
  ];

  it.each(rows)("$given as $as → $want", ({ given, as, want }) => {
    const types = as === undefined ? undefined : { it: as };
    const [parameter, ...others] = encodeParameters(typedValues, { it: given }, types);
    expect(others).toEqual([]);
    expect(parameter).toMatchObject({ name: "it", ...want });
  });

  it("may be none, or of no type that is known", () => {
    const values = { a: null, b: undefined, c: null, d: typed(undefined, { novel: 1 }) };
    expect(encodeParameters(typedValues, values, { c: "Acme:Disk" })).toStrictEqual([
      { name: "a" },
      { name: "b" },
      { name: "c", type: "Acme:Disk" },
      { name: "d", value: { novel: 1 } },
    ]);
  });
});

describe("what cannot be a parameter", () => {
  const known = "Types: string, Pattern, number, boolean, Time, HiddenText, Cipher, File, List/{type}, Map.";
  const all = `${known} All else: typed("Type", wrapper).`;
  const { received } = decodeParameters(typedValues, [
    { name: "received", value: { cipher: { value: "c" } } },
  ]);
  const refused =
    'is a secret as the service sent it, which may be encrypted. Make one of its text: secret("…").';
  const rows: { given: unknown; as?: string; want: string }[] = [
    { given: Number.NaN, want: `values.it is NaN, which has no wrapper. ${all}` },
    { given: Number.POSITIVE_INFINITY, want: `values.it is Infinity, which has no wrapper. ${all}` },
    { given: new Date(Number.NaN), want: `values.it is an invalid Date, which has no wrapper. ${all}` },
    { given: 1n, want: `values.it is a bigint, which has no wrapper. ${all}` },
    { given: () => 1, want: `values.it is a function, which has no wrapper. ${all}` },
    { given: new Blob(), want: `values.it is a Blob, which has no wrapper. ${all}` },
    { given: { a: [0, 1n] }, want: `values.it.a[1] is a bigint, which has no wrapper. ${all}` },
    { given: [null], want: "values.it[0] is null, but every item of a list has a value." },
    { given: "8", as: "number", want: `values.it is a string, which does not go as number. ${all}` },
    { given: secret("x"), as: "string", want: `values.it is a Secret, which does not go as string. ${all}` },
    {
      given: "a",
      as: "List/string",
      want: `values.it is a string, which does not go as List/string. ${all}`,
    },
    {
      given: ["a"],
      as: "List/number",
      want: `values.it[0] is a string, which does not go as number. ${all}`,
    },
    { given: received, want: `values.it ${refused}` },
    { given: { a: [received] }, want: `values.it.a[0] ${refused}` },
    { given: typed("A", { other: { a: received } }), want: `values.it ${refused}` },
  ];

  it.each(rows)("$want", ({ given, as, want }) => {
    const types = as === undefined ? undefined : { it: as };
    expect(() => encodeParameters(typedValues, { it: given }, types)).toThrow(new TypeError(want));
  });

  it.each([
    { given: undefined, want: "The values are undefined." },
    { given: null, want: "The values are null." },
    { given: "nightly", want: "The values are a string." },
    { given: [8], want: "The values are a Array." },
    { given: new Map([["size", 8]]), want: "The values are a Map." },
  ])("is what has no name: $want", ({ given, want }) => {
    const example = "They stand by name: encodeParameters({ size: 8 }).";
    expect(() => encodeParameters(typedValues, given as never)).toThrow(new TypeError(`${want} ${example}`));
  });

  it("is a type of nothing, or a secret that is no text", () => {
    const stray = new TypeError("types.wehn is the type of no value. null is a value too.");
    expect(() => encodeParameters(typedValues, { when: "x" }, { wehn: "Time" })).toThrow(stray);
    expect(() => secret(8 as never)).toThrow(new TypeError("secret(…) takes a text, received a number."));
  });

  it("is a kind of value that the service has no wrapper for", () => {
    const few = {
      parameter: typedValues.parameter,
      kinds: { s: { kind: "text", type: "s", at: ["v"] } },
    } as const;
    expect(encodeParameters(few, { a: "b" })).toEqual([{ name: "a", type: "s", value: { s: { v: "b" } } }]);
    expect(() => encodeParameters(few, { a: [] })).toThrow(
      "values.a is a Array, which has no wrapper. Types: s.",
    );
  });
});
