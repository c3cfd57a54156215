import { expect, test } from "vitest";
import { documentOf } from "../../test/acme-jobs.ts";
import { createDocument } from "../document/create-document.ts";
import { soundValidators } from "../schema/sound-validators.ts";
import { findObstacles } from "./find-obstacles.ts";

const jsonOf = (schema: object, more: object = {}) => ({
  content: { "application/json": { schema, ...more } },
});
const answering = (schema: object, more: object = {}) => ({
  responses: { "200": { description: "A thing.", ...jsonOf(schema, more) } },
});
const asking = (schema: object) => ({
  parameters: [{ name: "id", in: "query", required: true, schema }],
});

interface Row {
  readonly name: string;
  readonly operation: object;
  readonly method?: string;
  readonly path?: string;
  readonly want?: string;
  readonly live?: boolean;
}

const securitySchemes = {
  OAuth: { type: "oauth2", flows: {} },
  Connect: { type: "openIdConnect", openIdConnectUrl: "https://a.invalid" },
  Bearer: { type: "http", scheme: "bearer" },
  Basic: { type: "http", scheme: "basic" },
  Key: { type: "apiKey", in: "header", name: "X-Key" },
};

const rows: Row[] = [
  { name: "all is well", operation: answering({ type: "string" }) },
  { name: "no answers", operation: { responses: {} }, want: "no answer of it", live: true },
  {
    name: "a schema that is none",
    operation: answering({ type: "strange" }),
    want: "cannot be compiled",
    live: true,
  },
  { name: "nullable without a type", operation: answering({ nullable: true }) },
  { name: "a boolean bound", operation: answering({ type: "number", maximum: 9, exclusiveMaximum: true }) },
  { name: "a pattern without u", operation: answering({ enum: ["{"], pattern: "^{" }) },
  {
    name: "a pattern that is none",
    operation: answering({ pattern: "(" }),
    want: "cannot be compiled",
    live: true,
  },
  {
    name: "a sample of a request that does not fit",
    operation: asking({ type: "string", pattern: "^[0-9]+$", example: "x" }),
    want: "no sample of its request can be made",
    live: true,
  },
  {
    name: "an example of an answer that does not fit",
    operation: answering({ type: "string" }, { example: 1 }),
    want: "no sample of its answer can be made",
  },
  {
    name: "a GET with a body, which is ignored",
    operation: { requestBody: { required: true, ...jsonOf({ type: "string" }) } },
  },
  {
    name: "a style of a path that cannot be written",
    operation: {
      ...answering({}),
      parameters: [{ name: "id", in: "path", style: "matrix", required: true, schema: { type: "integer" } }],
    },
    want: "the style matrix of the parameter id",
    live: true,
  },
  {
    name: "a parameter in a place of Swagger 2.0",
    operation: {
      ...answering({}),
      parameters: [{ name: "id", in: "body", required: true, schema: { type: "integer" } }],
    },
    want: "the parameter id is in body, not in path, query, header, cookie",
    live: true,
  },
  {
    name: "a status that is none",
    operation: { responses: { ...answering({}).responses, ok: { description: "A thing." } } },
    want: "the status OK is documented",
    live: true,
  },
  {
    name: "ranges of statuses",
    operation: { responses: { "2xx": answering({}).responses["200"], "4XX": { description: "No." } } },
  },
  {
    name: "a value that no header can hold",
    operation: {
      parameters: [{ name: "X-Own", in: "header", required: true, schema: {}, example: "a\nb" }],
    },
    want: "no request can be made",
    live: true,
  },
  { name: "a method that a browser would not send", operation: {}, method: "trace" },
  {
    name: "a path with a fragment",
    operation: {},
    path: "/#Target=get",
    want: "#Target=get of its path is never sent",
    live: true,
  },
  {
    name: "two credentials for one header",
    operation: {
      security: [
        { Basic: [], Bearer: [] },
        { OAuth: [], Basic: [] },
      ],
    },
    want: "no request can carry Basic and Bearer: two of them go to the same place",
    live: true,
  },
  { name: "two for one header, or one", operation: { security: [{ Basic: [], Bearer: [] }, { Basic: [] }] } },
  { name: "two for two places", operation: { security: [{ Basic: [], Key: [] }] } },
  { name: "one access token for two schemes", operation: { security: [{ OAuth: [], Connect: [] }] } },
];

test.each(rows)(
  "$name: $want",
  async ({ operation, method = "get", path = "/thing", want, live = false }) => {
    const document = documentOf(operation, { securitySchemes }, { method, path });
    const sound = await soundValidators(document);
    const of = async (answers: boolean) =>
      (await findObstacles(document, sound, { answers })).get("getThing");
    if (want === undefined) expect(await of(true)).toBeUndefined();
    else expect(await of(true)).toContain(want);
    // The samples of answers are no matter of a live service.
    expect((await of(false)) !== undefined).toBe(live);
  },
);

test("what is given stands in place of a sample", async () => {
  const document = documentOf(asking({ type: "string", pattern: "^[0-9]+$", example: "x" }));
  const sound = await soundValidators(document);
  expect((await findObstacles(document, sound, { answers: false, parameters: { id: "7" } })).size).toBe(0);
});

test("a request that may be one of another operation is not sent", async () => {
  const kind = { name: "kind", in: "path", required: true, schema: { type: "string" }, example: "all-zones" };
  const id = { ...kind, name: "id", example: "z1" };
  const responses = { "200": { description: "A thing." } };
  const both = createDocument(
    {
      openapi: "3.1.1",
      servers: [{ url: "http://a.invalid" }],
      paths: {
        "/{kind}/count": { get: { operationId: "count", parameters: [kind], responses } },
        "/all-zones/{id}": { get: { operationId: "getZone", parameters: [id], responses } },
      },
    },
    "things",
  );
  const sound = await soundValidators(both);
  const found = async (parameters: Record<string, string>) =>
    Object.fromEntries(await findObstacles(both, sound, { answers: false, parameters }));
  expect(await found({})).toEqual({
    count: expect.stringContaining(
      "GET /all-zones/count may be getZone as well, whose path is /all-zones/{id}",
    ),
  });
  expect(await found({ kind: "halls" })).toEqual({});
});
