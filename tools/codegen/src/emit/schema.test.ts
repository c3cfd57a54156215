import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { emitSchema } from "./schema.ts";

function emitted(body: SchemaObject, schemas: Record<string, SchemaObject>): Promise<string> {
  const responses = { 200: { description: "Done.", content: { "application/json": { schema: body } } } };
  const spec = specOf({
    servers: [{ url: "https://acme.example.com" }],
    paths: { "/job": { get: { operationId: "getJob", responses } } },
    components: { schemas },
  });
  const service = describeService("acme", spec);
  return emitSchema({ service, documented: service, overlay: undefined, version: "0.0.0", license: "" });
}

it("emits the schemas of the document by their names, and those without one by ours", async () => {
  const Job = { type: "object", properties: { id: { type: "string", description: "Identifies it." } } };
  const body = { type: "array", items: { $ref: "#/components/schemas/Job" } };
  expect(
    (await emitted(body, { Job })).split("\n").slice(1).join("\n"),
  ).toBe(`/** The schemas that stand where they are used, under names of ours. */
export interface inline {
	"200": schemas["Job"][];
}
export interface schemas {
	Job: {
		/** Identifies it. */
		id?: string;
	};
}
/** The same as openapi-typescript has it. */
export interface components {
	schemas: schemas;
}
`);
});

it("emits no more than the schemas of the document where all have a name", async () => {
  const text = await emitted({ $ref: "#/components/schemas/Job" }, { Job: { type: "object" } });
  expect(text).not.toContain("inline");
});

it("teaches where a schema may stand that others refer to", async () => {
  const parent = { type: "object", properties: { id: { $ref: "#/paths/~1job/get/responses/200" } } };
  await expect(emitted(parent, {})).rejects.toThrow(
    /openapi-typescript cannot read it.*components\/schemas/s,
  );
});
