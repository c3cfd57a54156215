import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { benchOf, complaints, FIXTURE, findingsOf, json, judgeAnswer } from "../../test/acme-jobs.ts";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { createCases } from "../cases/create-cases.ts";
import { askFor } from "../run/ask-for.ts";
import { runCase } from "../run/run-case.ts";
import { TeachingError } from "../teaching-error.ts";
import { createDocument } from "./create-document.ts";
import { loadDocument } from "./load-document.ts";
import { KEYWORDS } from "./vocabulary.ts";

const folder = sharedFolder();

async function load(text: string, file = "given.yaml") {
  const path = join(folder, file);
  await writeFile(path, text);
  return loadDocument(path);
}

/** The text of the error, without the folder. */
async function problemOf(text: string): Promise<string> {
  const error = await load(text).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(TeachingError);
  return (error as TeachingError).message.replaceAll(`${folder}/`, "");
}

const operation = (responses = '{ "200": { description: "" } }', more = "") => `openapi: 3.1.1
paths:
  /thing:
    get:
      operationId: getThing
      responses: ${responses}
${more}`;

const schemas = (text: string) =>
  operation(undefined, `components:\n  schemas:\n${text.replace(/^/gm, "    ")}\n`);

describe("the whole text of the error", () => {
  test("a reference that leads nowhere", async () => {
    const given = operation('{ "404": { $ref: "#/components/responses/NotFound" } }');
    expect(await problemOf(given)).toBe(`broken $ref: nothing stands at #/components/responses/NotFound
  where     given.yaml:6:35 #/paths/~1thing/get/responses/404/$ref
  expected  the JSON pointer of something in this document
  example   $ref: "#/components/schemas/Error"`);
  });

  test("a keyword that is misspelt", async () => {
    const given = schemas("State:\n  type: string\n  x-lro-statuss: { running: [R] }");
    expect(await problemOf(given)).toBe(`unknown keyword \`x-lro-statuss\`; did you mean \`x-lro-status\`?
  where     given.yaml:11:22 #/components/schemas/State/x-lro-statuss
  expected  one of ${KEYWORDS.join(", ")}
  example   x-lro-status: …`);
  });

  test("text that is no YAML", async () => {
    expect(await problemOf("openapi: 3.1.1\npaths: [\n  a: }\n")).toMatch(
      /^not YAML: .+\n {2}where {5}given\.yaml:3:6\n {2}expected {2}an OpenAPI document in YAML or JSON\n {2}example {3}openapi: 3\.1\.1$/,
    );
  });

  test("a document without an operation", async () => {
    expect(
      await problemOf("openapi: 3.1.1\npaths:\n  /thing: { parameters: [] }\n"),
    ).toBe(`the document has no operation
  where     given.yaml:3:3 #/paths
  expected  at least one path with a method
  example   paths: { /jobs/{id}: { get: { operationId: getJob, responses: { … } } } }`);
  });

  test("a file that is not there", async () => {
    const path = join(folder, "missing.yaml");
    await expect(loadDocument(path)).rejects.toThrow(
      new TeachingError({
        what: `cannot read ${path}: ENOENT`,
        expected: "the path of an OpenAPI document",
      }),
    );
  });
});

test("a file in another encoding is not judged with holes in it", async () => {
  const path = join(folder, "latin.yaml");
  await writeFile(path, Buffer.from(`${operation()}x-own: caf\u00E9\n`, "latin1"));
  await expect(loadDocument(path)).rejects.toThrow("the document is not in UTF-8");
});

test("keywords of others are none of our business, however short", async () => {
  const { root } = await load(operation(undefined, "x-r: 1\nx-id: 2\nx-page: 3\n"));
  expect(root).toMatchObject({ "x-r": 1, "x-id": 2, "x-page": 3 });
});

test("of two operations that share an id, the second goes by its path", async () => {
  const twice = "  /other: { get: { operationId: getThing, responses: {} } }\n";
  const { operations } = await load(operation(undefined, twice));
  expect(operations.map(({ id }) => id)).toEqual(["getThing", "GET /other"]);
});

test("a security scheme may be a reference", async () => {
  const { securitySchemes } = await load(
    operation(
      undefined,
      'components: { securitySchemes: { A: { type: http, scheme: bearer }, B: { $ref: "#/components/securitySchemes/A" } } }\n',
    ),
  );
  expect(securitySchemes.B).toEqual({ type: "http", scheme: "bearer" });
});

describe("what is wrong, and where", () => {
  const statuses = (buckets: string) => `S:\n  enum: [A, B]\n  x-lro-status: ${buckets}`;
  test.each([
    { name: "an empty file", given: "", want: ["the file holds no object", "given.yaml"] },
    { name: "text alone", given: "hello", want: ["the file holds no object", "given.yaml"] },
    { name: "an array", given: "[1, 2]", want: ["the file holds no object", "given.yaml"] },
    { name: "null", given: "null", want: ["the file holds no object", "given.yaml"] },
    {
      name: "an alias that leads back to what it stands in",
      given: `${operation()}  /more: &more { get: { x-own: *more } }\n`,
      want: ["not YAML that can be read: Converting circular structure to JSON", "given.yaml"],
    },
    {
      name: "something else in YAML",
      given: "services: { web: {} }",
      want: ["not an OpenAPI document", "given.yaml #/openapi"],
    },
    {
      name: "OpenAPI 4",
      given: "openapi: 4.0.0\npaths: {}",
      want: ['OpenAPI "4.0.0" is not known here', "given.yaml:1:10 #/openapi"],
    },
    {
      name: "a version that is a number",
      given: "openapi: 3.1\npaths: {}",
      want: ["OpenAPI 3.1 is not known here", "given.yaml:1:10 #/openapi"],
    },
    {
      name: "no paths",
      given: "openapi: 3.1.1",
      want: ["the document has no operation", "given.yaml #/paths"],
    },
    {
      name: "a reference to another file",
      given: operation('{ "404": { $ref: "./errors.yaml#/NotFound" } }'),
      want: [
        "$ref leaves the document: ./errors.yaml#/NotFound",
        "given.yaml:6:35 #/paths/~1thing/get/responses/404/$ref",
      ],
    },
    {
      name: "a reference to the web",
      given: schemas('A: { $ref: "https://acme.example/a.json" }'),
      want: [
        "$ref leaves the document: https://acme.example/a.json",
        "given.yaml:9:16 #/components/schemas/A/$ref",
      ],
    },
    {
      name: "a reference to itself",
      given: schemas('A: { $ref: "#/components/schemas/A" }'),
      want: [
        "$ref goes round in a circle: #/components/schemas/A leads to #/components/schemas/A",
        "given.yaml:9:16 #/components/schemas/A/$ref",
      ],
    },
    {
      name: "a circle of references",
      given: schemas('A: { $ref: "#/components/schemas/B" }\nB: { $ref: "#/components/schemas/A" }'),
      want: [
        "$ref goes round in a circle: #/components/schemas/B leads to #/components/schemas/A leads to #/components/schemas/B",
        "given.yaml:9:16 #/components/schemas/A/$ref",
      ],
    },
    {
      name: "a circle of references that describe themselves",
      given: operation(
        '{ "404": { $ref: "#/components/responses/A" } }',
        'components: { responses: { A: { description: a, $ref: "#/components/responses/A" } } }\n',
      ),
      want: [
        "$ref goes round in a circle: #/components/responses/A leads to #/components/responses/A",
        "given.yaml:6:35 #/paths/~1thing/get/responses/404/$ref",
      ],
    },
    {
      name: "a circle of paths",
      given: operation(
        undefined,
        '  /other: { $ref: "#/paths/~1third" }\n  /third: { $ref: "#/paths/~1other", parameters: [] }\n',
      ),
      want: [
        "$ref goes round in a circle: #/paths/~1third leads to #/paths/~1other leads to #/paths/~1third",
        "given.yaml:7:19 #/paths/~1other/$ref",
      ],
    },
    {
      name: "credentials of a scheme that there is not",
      given: operation(
        undefined,
        "security: [{}, { Tokn: [] }]\ncomponents: { securitySchemes: { Token: { type: http, scheme: bearer } } }\n",
      ),
      want: ['no security scheme is named "Tokn"', "given.yaml:7:24 #/security/1/Tokn"],
    },
    {
      name: "credentials of an operation, where there is no scheme",
      given: operation('{ "200": { description: "" } }\n      security: [{ Token: [] }]'),
      want: ['no security scheme is named "Token"', "given.yaml:7:27 #/paths/~1thing/get/security/0/Token"],
    },
    {
      name: "a misspelt keyword of another kind",
      given: schemas("A: { x-lro-eror-code: true }"),
      want: [
        "unknown keyword `x-lro-eror-code`; did you mean `x-lro-error-code`?",
        "given.yaml:9:27 #/components/schemas/A/x-lro-eror-code",
      ],
    },
    {
      name: "a keyword with a letter too few before the dash",
      given: schemas("A: { x-lr-result: true }"),
      want: [
        "unknown keyword `x-lr-result`; did you mean `x-lro-result`?",
        "given.yaml:9:23 #/components/schemas/A/x-lr-result",
      ],
    },
    {
      name: "a status in no bucket",
      given: schemas(statuses("{ running: [A] }")),
      want: ['status value "B" is in no bucket', "given.yaml:11:21 #/components/schemas/S/x-lro-status"],
    },
    {
      name: "a status in two buckets",
      given: schemas(statuses("{ running: [A, B], failed: [B] }")),
      want: [
        'status value "B" is in two buckets: running, failed',
        "given.yaml:11:21 #/components/schemas/S/x-lro-status",
      ],
    },
    {
      name: "a bucket that does not exist",
      given: schemas(statuses("{ running: [A], cancelled: [B] }")),
      want: [
        "`cancelled` is no canonical state with a list",
        "given.yaml:11:21 #/components/schemas/S/x-lro-status",
      ],
    },
    {
      name: "a bucket without a list",
      given: schemas(statuses("{ running: A, failed: [B] }")),
      want: [
        "`running` is no canonical state with a list",
        "given.yaml:11:21 #/components/schemas/S/x-lro-status",
      ],
    },
    {
      name: "a keyword of the status that is no map",
      given: schemas(statuses("true")),
      want: ['status value "A" is in no bucket', "given.yaml:11:21 #/components/schemas/S/x-lro-status"],
    },
  ])("$name", async ({ given, want: [what, where] }) => {
    const [first, second] = (await problemOf(given)).split("\n");
    expect([first, second]).toEqual([what, `  where     ${where}`]);
  });

  test("a status in the buckets of an open list", async () => {
    const given = schemas("S:\n  anyOf: [{ const: A }, { type: string }]\n  x-lro-status: { failed: [Z] }");
    expect(await problemOf(given)).toContain('status value "A" is in no bucket');
  });

  test("a document in memory is located by its name", () => {
    const broken = { openapi: "3.1.1", paths: { "/a": { $ref: "#/nowhere" } } };
    expect(() => createDocument(broken, "acme-jobs")).toThrow("where     acme-jobs #/paths/~1a/$ref");
  });
});

describe("is read", () => {
  test.each([
    { name: "a keyword of another vocabulary", given: schemas("A: { x-logo: { url: x }, x-faker: name }") },
    { name: "a keyword of another, near to ours", given: schemas("A: { x-error-code: 1, x-status: 2 }") },
    { name: "a reference in an example", given: schemas('A: { example: { $ref: "#/nowhere" } }') },
    { name: "a reference in examples of a schema", given: schemas('A: { examples: [{ $ref: "#/no" }] }') },
    { name: "a reference in a default", given: schemas('A: { default: { $ref: "./file.yaml" } }') },
    { name: "a reference in an enum", given: schemas('A: { enum: [{ $ref: "#/nowhere" }] }') },
    { name: "a reference in a const", given: schemas('A: { const: { $ref: "#/nowhere" } }') },
    { name: "a reference in an extension", given: schemas('A: { x-old: { $ref: "#/nowhere" } }') },
    {
      name: "a reference in an Example Object's value",
      given: operation(undefined, 'components: { examples: { one: { value: { $ref: "#/nowhere" } } } }'),
    },
    {
      name: "a chain of references",
      given: schemas(
        'A: { $ref: "#/components/schemas/B" }\nB: { $ref: "#/components/schemas/C" }\nC: { type: string }',
      ),
    },
    {
      name: "a recursive schema",
      given: schemas('A: { properties: { a: { $ref: "#/components/schemas/A" } } }'),
    },
    {
      name: "JSON",
      given: JSON.stringify({ openapi: "3.1.0", paths: { "/a": { get: { responses: {} } } } }),
    },
  ])("$name", async ({ given }) => {
    expect((await load(given)).operations).toHaveLength(1);
  });

  test.each([
    { name: "a property named example", key: "example" },
    { name: "a property named value", key: "value" },
    { name: "a property named default", key: "default" },
    { name: "a property named enum", key: "enum" },
    { name: "a property named x-lro-foo", key: "x-lro-foo" },
    { name: "a property named properties", key: "properties" },
    { name: "a property named $ref", key: "$ref" },
    { name: "a property named $id", key: "$id" },
    { name: "a property named schema", key: "schema" },
    { name: "a property named constructor", key: "constructor" },
  ])("$name, which is judged as any other", async ({ key }) => {
    const schema = {
      type: "object",
      properties: { [key]: { type: "object", properties: { a: { type: "integer" } } } },
    };
    const content = { "application/json": { schema } };
    const root = { openapi: "3.1.1", paths: { "/a": { get: { responses: { "200": { content } } } } } };
    const document = await load(JSON.stringify(root));
    const [testCase] = createCases(document);
    if (!testCase) throw new Error("no case");
    const on = benchOf(document);
    const judge = async (body: object) =>
      findingsOf(await judgeAnswer(testCase, json(200, body), on), "response-schema").map(
        ([verdict, , , at]) => [verdict, at],
      );
    expect(await judge({ [key]: { a: 1 } })).toEqual([["pass", undefined]]);
    expect(await judge({ [key]: { a: "x" } })).toEqual([["fail", `#/${key}/a`]]);
    expect(await judge({ [key]: { b: 1 } })).toEqual([["fail", `#/${key}/b`]]);
  });

  test("a broken reference under a property named like data", async () => {
    const given = schemas('A:\n  properties:\n    example: { $ref: "#/nowhere" }');
    expect(await problemOf(given)).toContain("#/components/schemas/A/properties/example/$ref");
  });
});

describe("a name", () => {
  test.each([
    { file: "acme.yaml", name: undefined, want: "acme" },
    { file: "acme.v3.json", name: undefined, want: "acme.v3" },
    { file: "acme.yaml", name: "given", want: "given" },
  ])("$file $name: $want", async ({ file, name, want }) => {
    await load(operation(), file);
    expect((await loadDocument(join(folder, file), name)).name).toBe(want);
    expect((await loadDocument(pathToFileURL(join(folder, file)), name)).name).toBe(want);
  });

  test("openapi.yaml is called after its folder", async () => {
    await load(operation(), "openapi.yaml");
    expect((await loadDocument(join(folder, "openapi.yaml"))).name).toBe(folder.split("/").at(-1));
  });
});

describe("what was read", () => {
  test("an operation, its parts found through references", async () => {
    const document = await loadDocument(FIXTURE);
    const getJob = document.operations.find(({ id }) => id === "getJob");
    expect({ ...getJob, responses: Object.keys(getJob?.responses ?? {}) }).toMatchObject({
      method: "GET",
      path: "/jobs/{jobId}",
      parameters: [
        { name: "jobId", in: "path", required: true, schema: "#/components/parameters/JobId/schema" },
        { name: "site", in: "query", required: false, example: "north & south" },
        { name: "depth", example: 3 },
        { name: "fields", example: ["state", "output"] },
        { name: "levels", example: [1, 2] },
        { name: "X-Acme-Trace", in: "header" },
        { name: "verbose" },
      ],
      responses: ["200", "400", "404", "409"],
      security: [["AcmeToken"], ["AcmeBasic"], ["AcmeSignature"]],
    });
    expect(document.servers).toEqual([
      { url: "https://{host}/tenants/{tenant}/v3", variables: { host: "jobs.acme.example", tenant: "main" } },
    ]);
    expect(document.securitySchemes).toEqual({
      AcmeToken: { type: "apiKey", in: "header", name: "X-Acme-Token" },
      AcmeBasic: { type: "http", scheme: "basic" },
      AcmeSignature: {
        type: "http",
        scheme: "ACME-HMAC-SHA256",
        signature: {
          keyId: "Key",
          separator: ",",
          date: { header: "x-acme-date", format: "basic" },
          dateInString: true,
          nonce: "x-acme-nonce",
          contentHash: "x-acme-content-sha256",
          securityToken: "x-acme-security-token",
          temporaryKeyId: "x-acme-key-id",
          headers: ["host", "content-type", "x-acme-*"],
          trailingSlash: true,
        },
      },
    });
  });

  test("an operation's parameter goes before its path's; headers that HTTP sets are left out", () => {
    const document = createDocument(
      {
        openapi: "3.1.1",
        paths: {
          "/a": {
            parameters: [
              { name: "a", in: "query", example: "path" },
              { name: "Accept", in: "header" },
            ],
            get: {
              parameters: [
                { name: "a", in: "query", example: "operation" },
                { name: "Authorization", in: "header" },
              ],
              responses: {},
            },
          },
        },
      },
      "a",
    );
    expect(document.operations[0]).toMatchObject({ id: "GET /a", parameters: [{ example: "operation" }] });
    expect(document.operations[0]?.parameters).toHaveLength(1);
  });
});

describe("an older version is brought up, and judged by", () => {
  const PET = { id: 1, tag: null, state: "DONE" };
  const old30 = `openapi: 3.0.3
info: { title: Old, version: "1" }
servers: [{ url: "https://acme.example/api" }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: integer }, example: 1 }]
      responses:
        "200":
          description: ""
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" }, example: ${JSON.stringify(PET)} } }
components:
  schemas:
    Pet:
      type: object
      properties:
        id: { type: integer, minimum: 0, exclusiveMinimum: true }
        tag: { type: string, nullable: true }
        state: { type: string, enum: [DONE, FAILED], x-lro-status: { succeeded: [DONE], failed: [FAILED] } }
`;
  const old20 = `swagger: "2.0"
info: { title: Older, version: "1" }
host: acme.example
basePath: /api
schemes: [https]
produces: [application/json]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, type: integer, x-example: 1 }]
      responses:
        "200":
          description: ""
          schema: { $ref: "#/definitions/Pet" }
          examples: { application/json: ${JSON.stringify({ ...PET, tag: "x" })} }
definitions:
  Pet:
    type: object
    properties:
      id: { type: integer, minimum: 0, exclusiveMinimum: true }
      tag: { type: string }
      state: { type: string, enum: [DONE, FAILED], x-lro-status: { succeeded: [DONE], failed: [FAILED] } }
`;
  test.each([
    { name: "3.0", given: old30 },
    { name: "2.0", given: old20 },
  ])("$name", async ({ given }) => {
    const document = await load(given);
    const on = benchOf(document, "http://sandbox.invalid/api");
    const [testCase, ...others] = createCases(document);
    if (!testCase) throw new Error("no case");
    expect(others).toEqual([]);
    expect(document.servers[0]?.url).toMatch(/\/api$/);
    expect(complaints((await runCase({ ...on, targetHeaders: askFor }, testCase)).judged)).toEqual([]);
    const broken = { id: 0, tag: "x", state: "LOST", stranger: 1 };
    const judged = await judgeAnswer(testCase, json(200, broken), on);
    expect(complaints(judged)).toEqual([
      ["response-schema", "fail", "must be > 0", "0", "#/id"],
      ["response-schema", "fail", 'one of "DONE", "FAILED"', '"LOST"', "#/state"],
      ["response-schema", "fail", "documented members only", "stranger: 1", "#/stranger"],
      ["operation-status", "fail", 'one of "DONE", "FAILED"', '"LOST"', "#/state"],
    ]);
  });

  test("and what stands beside a reference is ignored", async () => {
    const beside = '{ $ref: "#/components/schemas/Pet", type: string, required: [owner] }';
    const { root } = await load(old30.replace('{ $ref: "#/components/schemas/Pet" }', beside));
    expect(JSON.stringify(root)).toContain('"schema":{"$ref":"#/components/schemas/Pet"}');
  });

  test("and is told of what is broken in it", async () => {
    expect(await problemOf(old30.replace("schemas/Pet", "schemas/Cat"))).toContain(
      "broken $ref: nothing stands at #/components/schemas/Cat",
    );
  });
});
