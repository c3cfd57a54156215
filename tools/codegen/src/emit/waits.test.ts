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
    { what: "none needs", given: [one, one], waits: 0, descriptions: 0 },
    { what: "half of the operations need", given: [one, many], waits: 0, descriptions: 1 },
    { what: "most operations need", given: [one, many, many], waits: 2, descriptions: 0 },
  ])("and $what stands apart $waits times", async ({ given, waits, descriptions }) => {
    const edition = editionOf(given);
    const count = (text: string | undefined = "") => text.match(/several: several/g)?.length ?? 0;
    const apart = await emitWaits(edition);
    expect([count(apart), count(await emitOperations(edition))]).toEqual([waits, descriptions]);
    expect(apart?.includes('import { several, type Waits } from "@settled/runtime"') ?? false).toBe(
      waits > 0,
    );
    expect(emitIndex(edition)).toContain(waits > 0 ? "options, waits)" : "operations, options)");
    expect(emitStandalone(edition).includes("waitingBy(waits, settleAny)")).toBe(waits > 0);
  });
});
