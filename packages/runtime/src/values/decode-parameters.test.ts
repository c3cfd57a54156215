import { describe, expect, it } from "vitest";
import { typedValues } from "../../test/typed-values.ts";
import { decodeParameters } from "./decode-parameters.ts";
import { encodeParameters } from "./encode-parameters.ts";
import { Secret } from "./secret.ts";
import { TypedValue } from "./typed-value.ts";

function decode(value: unknown, type?: string): unknown {
  return decodeParameters(typedValues, [{ name: "it", ...(type && { type }), value }]).it;
}

describe("the value of a parameter", () => {
  const rows: { given: unknown; type?: string; want: unknown }[] = [
    { given: undefined, want: null },
    { given: null, type: "string", want: null },
    { given: { string: { value: "a" } }, want: "a" },
    { given: { string: { value: "8" } }, type: "number", want: "8" },
    { given: { txt: { value: "a" } }, want: "a" },
    { given: { string: { value: "a" }, number: null }, want: "a" },
    { given: { number: { value: 42.0 } }, want: 42 },
    { given: { number: { value: "42.5" } }, want: 42.5 },
    { given: { boolean: { value: false } }, want: false },
    { given: { boolean: { value: "true" } }, want: true },
    { given: { boolean: { value: "false" } }, want: false },
    {
      given: { time: { value: "2026-11-22T05:11:25.003Z" } },
      want: new Date(Date.UTC(2026, 10, 22, 5, 11, 25, 3)),
    },
    {
      given: { time: { value: "2026-11-22T05:11:25+0100" } },
      want: new Date(Date.UTC(2026, 10, 22, 4, 11, 25)),
    },
    { given: { time: { value: 1795324285003 } }, want: new Date(1795324285003) },
    // Without an offset, or no time at all.
    { given: { time: { value: "2026-11-22T05:11:25" } }, want: "2026-11-22T05:11:25" },
    { given: { time: { value: "Version 1" } }, want: "Version 1" },
    { given: { time: { value: "2026-99-99T05:11:25Z" } }, want: "2026-99-99T05:11:25Z" },
    {
      given: { list: { elements: [{ string: { value: "a" } }, { number: { value: 1 } }, null] } },
      want: ["a", 1, null],
    },
    { given: { map: { entry: [{ key: "a", value: { number: { value: 1 } } }] } }, want: { a: 1 } },
    { given: { map: { entries: [{ key: "a" }] } }, want: { a: null } },
    { given: { map: { entry: null, entries: [] } }, want: {} },
    {
      given: {
        list: { elements: [{ map: { entry: [{ key: "__proto__", value: { string: { value: "a" } } }] } }] },
      },
      want: [JSON.parse('{"__proto__":"a"}')],
    },
  ];

  it.each(rows)("$given of type $type → $want", ({ given, type, want }) => {
    expect(decode(given, type)).toEqual(want);
  });
});

describe("what stays in its wrapper, to be sent again", () => {
  const rows: { given: unknown; type?: string; wantType?: string }[] = [
    { given: { reference: { id: "a" } }, type: "Acme:Disk", wantType: "Acme:Disk" },
    { given: { file: { name: "a" } }, wantType: "File" },
    { given: { novel: { value: "a" } } },
    { given: { novel: { value: "a" } }, type: "Novel", wantType: "Novel" },
    { given: { string: {} }, wantType: "string" },
    { given: { string: { value: 8 } }, wantType: "string" },
    { given: { number: { value: "NaN" } }, wantType: "number" },
    { given: { number: { value: "" } }, wantType: "number" },
    { given: { boolean: { value: "yes" } }, wantType: "boolean" },
    { given: { time: { value: true } }, wantType: "Time" },
    { given: { map: { entry: [{ name: "a" }] } }, wantType: "Map" },
    { given: { string: { value: "a" }, number: { value: 1 } } },
    { given: { constructor: { value: "a" } } },
    { given: {} },
    { given: "bare" },
  ];

  it.each(rows)("$given of type $type", ({ given, type, wantType }) => {
    const found = decode(given, type);
    expect(found).toEqual(new TypedValue(wantType, given));
    const parameter = { name: "it", ...(wantType !== undefined && { type: wantType }), value: given };
    expect(encodeParameters(typedValues, { it: found })).toEqual([parameter]);
  });
});

describe("a secret", () => {
  const canary = "canary-7f3a";
  const pair = { other: [{ id: "p", value: { "hidden-text": { value: canary } } }] };
  const rows: { given: unknown; type?: string; want: string }[] = [
    { given: { "hidden-text": { value: canary } }, want: canary },
    { given: { cipher: { value: canary, fallback: canary } }, type: "any", want: canary },
    // The type alone says so.
    { given: { string: { value: canary } }, type: "HiddenText", want: canary },
    { given: { string: { value: canary } }, type: "hiddentext", want: canary },
    { given: canary, type: "HiddenText", want: canary },
    // In a form that is not documented.
    { given: { "hidden-text": { plain: canary } }, want: `{"hidden-text":{"plain":"${canary}"}}` },
    { given: { "hidden-text": canary }, want: `{"hidden-text":"${canary}"}` },
    { given: { HiddenText: { value: canary } }, want: `{"HiddenText":{"value":"${canary}"}}` },
    { given: { number: { value: canary } }, type: "Cipher", want: canary },
    {
      given: { list: { items: [canary] } },
      type: "List/HiddenText",
      want: `{"list":{"items":["${canary}"]}}`,
    },
    // In what nothing else is known of.
    { given: pair, type: "Pair", want: JSON.stringify(pair) },
    { given: { novel: [canary] }, type: "Pair(name:string,key:HiddenText)", want: `{"novel":["${canary}"]}` },
    {
      given: { novel: { type: "HiddenText", value: canary } },
      want: `{"novel":{"type":"HiddenText","value":"${canary}"}}`,
    },
  ];

  it.each(rows)("$given of type $type comes hidden", ({ given, type, want }) => {
    const found = decode(given, type);
    expect(found).toBeInstanceOf(Secret);
    expect(JSON.stringify(found)).not.toContain(canary);
    expect((found as Secret).reveal()).toBe(want);
  });

  it("is hidden in lists and maps too", () => {
    const plain = { list: { elements: [{ string: { value: canary } }] } };
    const [item] = decode(plain, "List/HiddenText") as unknown[];
    expect(item).toBeInstanceOf(Secret);
    const found = decode({ map: { entry: [{ key: "a", value: { cipher: { value: canary } } }] } });
    expect((found as { a: unknown }).a).toBeInstanceOf(Secret);
    expect(decode({ cipher: null }, "Cipher")).toBeInstanceOf(Secret);
    expect(decode(undefined, "Cipher")).toBeNull();
  });
});

it("takes a list that is not there for an empty one, and any name", () => {
  expect(decodeParameters(typedValues, undefined)).toEqual({});
  expect(decodeParameters(typedValues, null)).toEqual({});
  const found = decodeParameters(typedValues, [{ name: "__proto__", value: { number: { value: 1 } } }]);
  expect(Object.entries(found)).toEqual([["__proto__", 1]]);
  expect(found.constructor).toBeUndefined();
});

it.each([
  { given: "nightly", want: "The parameters are a string." },
  { given: { name: "it" }, want: "The parameters are a Object." },
])("refuses what is no list: $want", ({ given, want }) => {
  const refused = new TypeError(`${want} They come as a list, or not at all.`);
  expect(() => decodeParameters(typedValues, given as never)).toThrow(refused);
});
