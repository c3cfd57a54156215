import { ANSWER, answers, object, open, type Row, text } from "./acme.ts";

const id = object({ id: text });
const ok = "const run = await acme.getJob(); if (run.ok) ";
const when = (status: number) => `const run = await acme.getJob(); if (run.status === ${status}) `;
const state = (enumeration: string[], buckets: Record<string, string[]>) =>
  answers(object({ state: { type: "string", enum: enumeration, "x-lro-status": buckets } }));
const exhaustive = `const never = (value: never) => value;
  const run = await acme.getJob(); if (run.ok) switch (run.data.state) {
    case "A": case "B": case undefined: break;
    default: never(run.data.state);
  }`;
const code = (mark: unknown) =>
  answers(object({ code: { ...open("0", "Bad"), ...(mark ? { "x-lro-error-code": mark } : {}) } }));

/** What becomes of what our own keywords say of an answer. */
export const markRows: readonly Row[] = [
  {
    what: "a value means another state",
    before: state(["A", "B", "C"], { running: ["A"], succeeded: ["B", "C"] }),
    after: state(["A", "B", "C"], { running: ["A"], succeeded: ["B"], failed: ["C"] }),
    want: [`major readers state-changed ${ANSWER}/properties/state`],
    spares: ["expiry-changed", "value-removed", "state-removed", "state-added"],
    consumer: `const outcome = await acme.settle("getJob", {}, { deadline: "1m" }); outcome.status === "failed";`,
  },
  {
    what: "a value means a known state",
    before: answers(object({ state: { ...open("A", "B"), "x-lro-status": { running: ["A"] } } })),
    after: answers(
      object({ state: { ...open("A", "B"), "x-lro-status": { running: ["A"], failed: ["B"] } } }),
    ),
    want: [`minor nobody state-added ${ANSWER}/properties/state`],
    spares: ["known-value-added", "state-changed"],
    consumer: `const outcome = await acme.settle("getJob", {}, { deadline: "1m" }); outcome.status === "failed";`,
  },
  {
    what: "a value of an open list goes, and its state with it",
    before: answers(
      object({ state: { ...open("A", "B"), "x-lro-status": { running: ["A"], failed: ["B"] } } }),
    ),
    after: answers(object({ state: { ...open("A"), "x-lro-status": { running: ["A"] } } })),
    want: [
      `major readers state-removed ${ANSWER}/properties/state`,
      `minor nobody known-value-removed ${ANSWER}/properties/state`,
    ],
    spares: ["polling-removed", "state-changed"],
    consumer: `${ok}run.data.state === "B";`,
  },
  {
    what: "a closed list has one value more, and that a state",
    before: state(["A", "B"], { running: ["A"], succeeded: ["B"] }),
    after: state(["A", "B", "C"], { running: ["A"], succeeded: ["B"], failed: ["C"] }),
    want: [`major switches value-added ${ANSWER}/properties/state`],
    spares: ["state-added"],
    consumer: exhaustive,
  },
  {
    what: "an operation can be asked for as long as said",
    before: state(["A"], { running: ["A"] }),
    after: answers(
      object({
        state: { type: "string", enum: ["A"], "x-lro-status": { running: ["A"] }, "x-lro-expires": "PT1H" },
      }),
    ),
    want: [`minor nobody expiry-changed ${ANSWER}/properties/state`],
    spares: ["keyword-changed", "state-changed"],
    consumer: `const outcome = await acme.settle("getJob", {}, { deadline: "1m" }); outcome.status;`,
  },
  {
    what: "the result is a text that holds JSON",
    before: answers(
      object({
        state: { ...open("A"), "x-lro-status": { running: ["A"] } },
        out: { ...text, "x-lro-result": true },
      }),
    ),
    after: answers(
      object({
        state: { ...open("A"), "x-lro-status": { running: ["A"] } },
        out: { ...text, "x-lro-result": true, contentMediaType: "application/json" },
      }),
    ),
    want: [`major readers json-text-changed ${ANSWER}/properties/out`],
    spares: ["field-constraint-changed", "outcome-moved"],
  },
  {
    what: "another text holds JSON",
    before: answers(id),
    after: answers(object({ id: { ...text, contentMediaType: "application/json" } })),
    want: [`minor nobody field-constraint-changed ${ANSWER}/properties/id/contentMediaType`],
    spares: ["json-text-changed"],
    consumer: `${ok}run.data.id?.length;`,
  },
  {
    what: "the error code is marked",
    before: code(undefined),
    after: code(true),
    want: [`minor nobody error-code-added ${ANSWER}/properties/code`],
    spares: ["keyword-changed", "in-band-changed"],
    consumer: `${ok}run.data.code;`,
  },
  {
    what: "the error code is not marked any more",
    before: code(true),
    after: code(undefined),
    want: [`major readers error-code-removed ${ANSWER}/properties/code`],
    spares: ["success-code-changed", "in-band-changed"],
    consumer: `${ok}run.data.code;`,
  },
  {
    what: "other codes mean success",
    before: code({ success: ["0"] }),
    after: code({ success: ["0", "Bad"] }),
    want: [`major readers success-code-changed ${ANSWER}/properties/code`],
    spares: ["in-band-changed", "error-code-added"],
    consumer: `${ok}run.data.code;`,
  },
  {
    what: "a success may be an error after all",
    before: code(true),
    after: code({ success: ["0"] }),
    want: [`major readers in-band-changed ${ANSWER}/properties/code`],
    spares: ["success-code-changed", "error-code-removed"],
    consumer: `${when(200)}run.data.code;`,
  },
];
