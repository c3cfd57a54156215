import type { TypedValueDescription } from "../src/values/typed-value-description.ts";

/** A small service's way to wrap values, every kind of them in it. */
export const typedValues: TypedValueDescription = {
  parameter: { name: "name", type: "type", value: "value" },
  any: "any",
  kinds: {
    txt: { kind: "text", at: ["value"] },
    string: { kind: "text", type: "string", at: ["value"] },
    pattern: { kind: "text", type: "Pattern", at: ["value"] },
    number: { kind: "number", type: "number", at: ["value"] },
    boolean: { kind: "boolean", type: "boolean", at: ["value"] },
    time: { kind: "time", type: "Time", at: ["value"] },
    "hidden-text": { kind: "secret", type: "HiddenText", at: ["value"] },
    cipher: { kind: "secret", type: "Cipher", at: ["value"] },
    file: { kind: "opaque", type: "File" },
    reference: { kind: "opaque" },
    other: { kind: "opaque" },
    list: { kind: "list", type: "List/{type}", at: ["elements"] },
    map: { kind: "map", type: "Map", at: ["entry", "entries"], key: "key", value: "value" },
  },
};
