import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import type { Edition } from "./edition.ts";
import { emitIndex } from "./index-file.ts";
import { emitOperations } from "./operations.ts";
import { emitOperationsLater } from "./operations-later.ts";
import { emitStandalone } from "./standalone.ts";
import { emitWaiting } from "./waiting.ts";
import { emitWaits } from "./waits.ts";

const status: SchemaObject = { enum: ["A"], "x-lro-status": { running: ["A"] } };
const one: SchemaObject = { properties: { status } };
const many: SchemaObject = { properties: { jobs: { type: "array", items: one } } };

/** A service with an operation for each body. */
function editionOf(bodies: readonly SchemaObject[]): Edition {
  const paths = bodies.map((schema, index) => {
    const responses = { "200": { description: "", content: { "application/json": { schema } } } };
    return [`/jobs${index}`, { get: { operationId: `getJobs${index}`, responses } }] as const;
  });
  const spec = specOf({ servers: [{ url: "https://example.com" }], paths: Object.fromEntries(paths) });
  const service = describeService("acme", spec);
  return { service, documented: service, overlay: undefined, version: "0.0.0", license: "" };
}

const count = (text = "") => [/ states: /g, /read: several/g].map((of) => text.match(of)?.length ?? 0);

describe("what only waiting needs", () => {
  it.each([
    { what: "one at a time", given: [one, one], waits: [2, 0], descriptions: [0, 0] },
    {
      what: "several at once, but not most of them",
      given: [one, many],
      waits: [1, 0],
      descriptions: [1, 1],
    },
    { what: "several at once, most of them", given: [one, many, many], waits: [3, 2], descriptions: [0, 0] },
  ])("of operations that tell of $what stands apart $waits times", ({ given, waits, descriptions }) => {
    const edition = editionOf(given);
    const apart = emitWaits(edition);
    expect([count(apart), count(emitOperations(edition))]).toEqual([waits, descriptions]);
    const imported = 'import { several } from "@settled/runtime/marks";';
    expect([apart?.includes(imported), emitOperations(edition).includes(imported)]).toEqual([
      waits[1] !== 0,
      descriptions[1] !== 0,
    ]);
    expect(emitStandalone(edition)).toContain("waitingBy(waits, settleAny)");
  });

  it.each([
    { what: "one at a time", given: [one, one], own: [0, 0] },
    { what: "several at once, but not most of them", given: [one, many], own: [1, 1] },
    { what: "several at once, most of them", given: [one, many, many], own: [0, 0] },
  ])("a client loads all of it later: $what", ({ given, own }) => {
    const edition = editionOf(given);
    const loaded = emitWaiting(edition);
    expect(count(loaded)).toEqual(own);
    expect(loaded).toMatch(
      own[0] ? /= { \.\.\.others, \.\.\.own }/ : /export { waits } from "\.\/waits\.ts"/,
    );
    expect(count(emitOperationsLater(edition))).toEqual([0, 0]);
    expect(emitIndex(edition)).toContain('options, () => import("./waiting.ts"))');
  });

  it("is nothing where nothing can be waited for", () => {
    const edition = editionOf([{}]);
    expect([emitWaits(edition), emitWaiting(edition)]).toEqual([undefined, undefined]);
    expect(emitIndex(edition)).toContain("operations, options)");
    expect(emitStandalone(edition)).not.toContain("waitingBy");
  });
});

it.each([
  {
    what: "a status",
    members: { status, state: status },
    want: 'alsoAt({ status: ["state"] })',
  },
  {
    what: "a result and an error",
    members: {
      status,
      ...{ result: { "x-lro-result": true }, output: { "x-lro-result": true } },
      ...{ error: { "x-lro-error": true }, reason: { "x-lro-error": true } },
    },
    want: 'alsoAt({ result: ["output"], error: ["reason"] })',
  },
] satisfies { what: string; members: Record<string, SchemaObject>; want: string }[])(
  "$what with a second name is read by either",
  ({ members, want }) => {
    const apart = emitWaits(editionOf([{ properties: members }]));
    expect(apart).toContain('import { alsoAt } from "@settled/runtime/marks";');
    expect(apart).toContain(`read: /* @__PURE__ */ ${want},`);
  },
);
