import { object, type Row, takes, text } from "./acme.ts";

const wrapper = (parts: unknown) =>
  object({ text: { ...object({ value: text, raw: text }), "x-value-kind": parts } });
const typed = (mark: unknown, kind: unknown) =>
  takes(object({ value: wrapper(kind), name: text, type: text }, mark ? { "x-typed-value": mark } : {}));
const members = { name: "name", type: "type", value: "value" };
const kind = { kind: "text", type: "string", at: "value" };

/** What becomes of wrapped values. */
export const wrapperRows: readonly Row[] = [
  {
    what: "values are wrapped otherwise",
    before: typed(members, kind),
    after: typed(members, { ...kind, at: "raw" }),
    want: [
      "major callers typed-value-changed #/paths/~1job/post/requestBody/content/application~1json/schema/properties/value/properties/text",
    ],
    spares: ["keyword-changed", "typed-value-added"],
    consumer: 'await acme.startJob({ name: "a" });',
  },
  {
    what: "values are wrapped",
    before: typed(undefined, undefined),
    after: typed(members, kind),
    want: [
      "minor nobody typed-value-added #/paths/~1job/post/requestBody/content/application~1json/schema",
      "minor nobody typed-value-added #/paths/~1job/post/requestBody/content/application~1json/schema/properties/value/properties/text",
    ],
    spares: ["typed-value-changed"],
    consumer: 'await acme.startJob({ name: "a" });',
  },
];
