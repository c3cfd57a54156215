import { ANSWER, answers, object, open, type Row, text } from "./acme.ts";

const number = { type: "number" };
const ok = "const run = await acme.getJob(); if (run.ok) ";
const exhaustive = `const never = (value: never) => value;
  const run = await acme.getJob(); if (run.ok) switch (run.data.state) {
    case "A": case "B": case undefined: break;
    default: never(run.data.state);
  }`;
/** What becomes of the values and the forms of an answer. */
export const valueRows: readonly Row[] = [
  {
    what: "a closed list has one value more",
    before: answers(object({ state: { enum: ["A", "B"] } })),
    after: answers(object({ state: { enum: ["B", "A", "C"] } })),
    want: [`major switches value-added ${ANSWER}/properties/state`],
    spares: ["known-value-added", "list-opened", "value-removed"],
    consumer: exhaustive,
  },
  {
    what: "a closed list has one value fewer",
    before: answers(object({ state: { enum: ["A", "B", "C"] } })),
    after: answers(object({ state: { enum: ["A", "B"] } })),
    want: [`major readers value-removed ${ANSWER}/properties/state`],
    spares: ["known-value-removed", "value-added"],
    consumer: `${ok}run.data.state === "C";`,
  },
  {
    what: "a closed list has another order",
    before: answers(object({ state: { enum: ["A", "B"] } })),
    after: answers(object({ state: { enum: ["B", "A"] } })),
    want: [],
    spares: ["value-added", "value-removed"],
    consumer: exhaustive,
  },
  {
    what: "an open list has one value more",
    before: answers(object({ state: open("A", "B") })),
    after: answers(object({ state: open("A", "B", "C") })),
    want: [`minor nobody known-value-added ${ANSWER}/properties/state`],
    spares: ["value-added", "alternative-added", "list-opened"],
    consumer: `${ok}run.data.state === "A" || run.data.state === "D";`,
  },
  {
    what: "an open list has one value fewer",
    before: answers(object({ state: open("A", "B") })),
    after: answers(object({ state: open("A") })),
    want: [`minor nobody known-value-removed ${ANSWER}/properties/state`],
    spares: ["value-removed", "alternative-removed", "list-closed"],
    consumer: `${ok}run.data.state === "B";`,
  },
  {
    what: "a plain text gets known values",
    before: answers(object({ state: text })),
    after: answers(object({ state: open("A") })),
    want: [`minor nobody known-value-added ${ANSWER}/properties/state`],
    spares: ["list-closed", "field-type-changed"],
    consumer: `${ok}run.data.state?.toLowerCase() === "b";`,
  },
  {
    what: "a closed list is opened",
    before: answers(object({ state: { enum: ["A", "B"] } })),
    after: answers(object({ state: open("A", "B") })),
    want: [`major switches list-opened ${ANSWER}/properties/state`],
    spares: ["value-added", "field-type-changed", "known-value-removed"],
    consumer: exhaustive,
  },
  {
    what: "an open list is closed",
    before: answers(object({ state: open("A", "B") })),
    after: answers(object({ state: { enum: ["A", "B"] } })),
    want: [`major readers list-closed ${ANSWER}/properties/state`],
    spares: ["value-removed", "known-value-removed"],
    consumer: `${ok}run.data.state === "D";`,
  },
  {
    what: "one form more",
    before: answers({ oneOf: [object({ a: text }), object({ b: text })] }),
    after: answers({ oneOf: [object({ b: text }), object({ c: number }), object({ a: text })] }),
    want: [`major readers alternative-added ${ANSWER}/oneOf/1`],
    spares: ["alternative-removed", "field-removed", "field-added"],
    consumer: `${ok}{ const form: { a?: string } | { b?: string } = run.data; }`,
  },
  {
    what: "one form fewer",
    before: answers({ oneOf: [object({ a: text }), object({ b: text })] }),
    after: answers({ oneOf: [object({ b: text })] }),
    want: [`major readers alternative-removed ${ANSWER}/oneOf/0`],
    spares: ["alternative-added", "field-removed"],
    consumer: `${ok}if ("a" in run.data) run.data.a?.toUpperCase();`,
  },
  {
    what: "a form of the same name changes",
    before: answers({ oneOf: [object({ a: text }), object({ b: text })] }),
    after: answers({ oneOf: [object({ a: text }), object({ b: text, c: text })] }),
    want: [`minor nobody field-added ${ANSWER}/oneOf/1/properties/c`],
    spares: ["alternative-added", "alternative-removed"],
    consumer: `${ok}"a" in run.data ? run.data.a : undefined;`,
  },
  {
    what: "null is one form more",
    before: answers(object({ id: { anyOf: [text, number] } })),
    after: answers(object({ id: { anyOf: [text, number, { type: "null" }] } })),
    want: [`major readers null-added ${ANSWER}/properties/id/anyOf/2`],
    spares: ["alternative-added", "field-type-changed"],
    consumer: `${ok}{ const id: string | number | undefined = run.data.id; }`,
  },
];
