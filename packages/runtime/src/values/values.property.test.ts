import fc from "fast-check";
import { expect, it } from "vitest";
import { typedValues } from "../../test/typed-values.ts";
import { decodeParameters } from "./decode-parameters.ts";
import { encodeParameters } from "./encode-parameters.ts";
import { Secret, secret } from "./secret.ts";
import { TypedValue, typed } from "./typed-value.ts";

// What the test needs of Node; the package itself is not typed for it.
declare const process: {
  getBuiltinModule(id: "node:util"): { inspect(value: unknown, options?: object): string };
};
const { inspect } = process.getBuiltinModule("node:util");

const leaf = fc.oneof(
  fc.string({ unit: "grapheme" }),
  // JSON has no -0.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("value")), fc.dictionary(fc.string(), tie("value"))),
}));

const overTheWire = (parameters: object[]): object[] => JSON.parse(JSON.stringify(parameters));

it("comes back as it was sent", () => {
  const reference = fc.string().map((id) => typed("Acme:Disk", { reference: { id } }));
  const whole = fc.oneof(value, fc.constant(null), reference, fc.array(reference));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), whole), (values) => {
      const sent = overTheWire(encodeParameters(typedValues, values));
      const found = decodeParameters(typedValues, sent);
      expect(Object.entries(found)).toEqual(Object.entries(values));
      expect(overTheWire(encodeParameters(typedValues, found))).toEqual(sent);
    }),
  );
});

it("gives back unchanged what it does not understand", () => {
  const names = fc.constantFrom(
    "string",
    "number",
    "list",
    "map",
    "reference",
    "novel",
    "value",
    "elements",
    "entry",
  );
  const { wrapper } = fc.letrec((tie) => ({
    wrapper: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("wrapper")), fc.dictionary(names, tie("wrapper"))),
  }));
  fc.assert(
    fc.property(wrapper, fc.option(fc.string(), { nil: undefined }), (given, type) => {
      const parameters = overTheWire([{ name: "it", value: given, ...(type !== undefined && { type }) }]);
      const { it: found } = decodeParameters(typedValues, parameters);
      expect(found).not.toBeInstanceOf(Secret);
      if (!(found instanceof TypedValue)) return;
      expect(encodeParameters(typedValues, { it: found })).toMatchObject(parameters);
    }),
    { numRuns: 1000 },
  );
});

/** Every way to make a text of a value that somebody may take without thinking of it. */
const printed: Readonly<Record<string, (value: unknown) => string>> = {
  "JSON.stringify": (value) => JSON.stringify(value),
  inspect: (value) => inspect(value, { depth: null }),
  "inspect, all of it": (value) => inspect(value, { depth: null, showHidden: true, getters: true }),
  "inspect, without custom functions": (value) =>
    inspect(value, { depth: null, showHidden: true, customInspect: false }),
  String: (value) => (value instanceof Secret ? String(value) : ""),
  template: (value) => (value instanceof Secret ? `${value}` : ""),
  "own properties": (value) => inspect(Object.entries(Object.getOwnPropertyDescriptors(value))),
  spread: (value) => inspect({ ...(value as object) }),
};

it("shows no secret, sent or received, wherever it is", () => {
  // Nothing that the service's data holds elsewhere.
  const canary = fc.uuid().map((id) => `canary-${id}`);
  const declared = fc.constantFrom(
    undefined,
    "HiddenText",
    "List/HiddenText",
    "any",
    "Pair(a:string,b:Cipher)",
  );
  const payload = (text: string) =>
    fc.constantFrom(
      { "hidden-text": { value: text } },
      { cipher: { value: text, other: text } },
      { cipher: { novel: text } },
      { cipher: text },
      { HiddenText: { value: text } },
      { novel: { "hidden-text": { value: text } } },
      { string: { value: "x" }, cipher: { value: text } },
    );
  const nest = (wrapper: object, depth: number): object =>
    depth === 0
      ? wrapper
      : nest(
          depth % 2 ? { list: { elements: [wrapper] } } : { map: { entry: [{ key: "k", value: wrapper }] } },
          depth - 1,
        );

  const found = canary.chain((text) =>
    fc.record({ text: fc.constant(text), wrapper: payload(text), depth: fc.nat(3), type: declared }),
  );
  fc.assert(
    fc.property(found, ({ text, wrapper, depth, type }) => {
      const parameter = { name: "it", value: nest(wrapper, depth), ...(type !== undefined && { type }) };
      const received = decodeParameters(typedValues, [parameter]);
      const sent = { it: secret(text), list: [secret(text)], map: { key: secret(text) } };
      for (const print of Object.values(printed)) {
        for (const one of [received, received.it, sent, sent.it]) expect(print(one)).not.toContain(text);
      }
      expect(() => encodeParameters(typedValues, { received: received.it })).toThrow(
        /as the service sent it/,
      );
    }),
    { numRuns: 300 },
  );
});

it("keeps a secret to itself where it is cloned: nothing of it arrives", () => {
  const clone: unknown = structuredClone({ password: secret("canary") });
  expect(clone).toEqual({ password: {} });
});

it("is not shown by a console", () => {
  const lines: string[] = [];
  const { log } = console;
  // What Node's console makes of its arguments, and what it is asked to format.
  const { format } = process.getBuiltinModule("node:util") as unknown as {
    format(...args: unknown[]): string;
  };
  console.log = (...args: unknown[]) => lines.push(format(...args));
  try {
    const password = secret("canary");
    console.log(
      password,
      { password },
      [password],
      new Map([["password", password]]),
      new Error("x", { cause: password }),
    );
    console.log("%s %o %O %j %d", password, password, password, password, password);
  } finally {
    console.log = log;
  }
  expect(lines.join()).not.toContain("canary");
  expect(lines[0]).toMatch(/^\[redacted\] \{ password: \[redacted\] \} \[ \[redacted\] \]/);
});
