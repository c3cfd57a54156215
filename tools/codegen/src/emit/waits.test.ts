import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import type { Edition } from "./edition.ts";
import { emitIndex } from "./index-file.ts";
import { emitOperations } from "./operations.ts";
import { emitStandalone } from "./standalone.ts";
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
    const count = (text = "") => [/ states: /g, /several: several/g].map((of) => text.match(of)?.length ?? 0);
    const apart = emitWaits(edition);
    expect([count(apart), count(emitOperations(edition))]).toEqual([waits, descriptions]);
    const imported = waits[1] ? "several, type Waits" : "type Waits";
    expect(apart).toContain(`import { ${imported} } from "@settled/runtime"`);
    expect(emitIndex(edition)).toContain("options, waits)");
    expect(emitStandalone(edition)).toContain("waitingBy(waits, settleAny)");
  });

  it("is nothing where nothing can be waited for", () => {
    const edition = editionOf([{}]);
    expect(emitWaits(edition)).toBeUndefined();
    expect(emitIndex(edition)).toContain("operations, options)");
    expect(emitStandalone(edition)).not.toContain("waitingBy");
  });
});
