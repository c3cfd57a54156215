import { expect, test } from "vitest";
import type { JsonObject } from "./json.ts";
import { samePlaces } from "./same-places.ts";

const ref = ($ref: string) => ({ $ref });

const root = (schemas: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...more,
  components: { schemas },
});

const at = (name: string) => `#/components/schemas/${name}`;

const START = at("A");

test.each<{ name: string; given: [JsonObject, JsonObject]; want: boolean }>([
  {
    name: "what is the same",
    given: [root({ A: { type: "string" } }), root({ A: { type: "string" } })],
    want: true,
  },
  {
    name: "what is not",
    given: [root({ A: { type: "string" } }), root({ A: { type: "null" } })],
    want: false,
  },
  {
    name: "what stands elsewhere",
    given: [root({ A: {}, B: {} }), root({ A: {}, B: { type: "null" } })],
    want: true,
  },
  { name: "what is nowhere", given: [root({}), root({})], want: true },
  { name: "what only one of them has", given: [root({}), root({ A: {} })], want: false },
  {
    name: "what is referred to",
    given: [root({ A: ref(at("B")), B: {} }), root({ A: ref(at("B")), B: { type: "null" } })],
    want: false,
  },
  {
    name: "what is referred to by what is referred to",
    given: [
      root({ A: { items: ref(at("B")) }, B: { anyOf: [ref(at("C"))] }, C: {} }),
      root({ A: { items: ref(at("B")) }, B: { anyOf: [ref(at("C"))] }, C: { type: "null" } }),
    ],
    want: false,
  },
  {
    name: "what refers to itself",
    given: [root({ A: { items: ref(START) } }), root({ A: { items: ref(START) } })],
    want: true,
  },
  {
    name: "a place whose name is written with an escape",
    given: [
      root({ A: ref(at('"')), '"': { type: "string" } }),
      root({ A: ref(at('"')), '"': { type: "null" } }),
    ],
    want: false,
  },
  {
    name: "a reference to all of it",
    given: [root({ A: ref("#") }, { title: "a" }), root({ A: ref("#") }, { title: "b" })],
    want: false,
  },
  {
    name: "a reference by name, which may lead anywhere",
    given: [
      root({ A: { $dynamicRef: "#b" }, B: { $dynamicAnchor: "b" } }),
      root({ A: { $dynamicRef: "#b" }, B: { $dynamicAnchor: "b", type: "null" } }),
    ],
    want: false,
  },
  {
    name: "a base that has an heir more",
    given: [
      root({ A: { discriminator: { propertyName: "kind" } } }),
      root({ A: { discriminator: { propertyName: "kind" } }, B: { allOf: [ref(START)] } }),
    ],
    want: false,
  },
  {
    name: "a reference that leads nowhere",
    given: [root({ A: ref(at("B")) }), root({ A: ref(at("B")) })],
    want: true,
  },
])("$name: the same is $want", ({ given: [one, other], want }) => {
  const isSame = samePlaces(one, other);
  expect([isSame(START), isSame(START)]).toEqual([want, want]);
});
