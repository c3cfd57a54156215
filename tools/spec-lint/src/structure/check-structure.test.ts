import { describe, expect, test } from "vitest";
import { parseOpenApi } from "../document.ts";
import { createVocabulary } from "../vocabulary.ts";
import { checkStructure } from "./check-structure.ts";

const vocabulary = createVocabulary({ properties: {} });
const head = `openapi: 3.1.1
info: { title: Acme Jobs, version: "1", license: { name: Apache-2.0, identifier: Apache-2.0 } }
servers: [{ url: "https://jobs.acme.example" }]
security: []
paths:
  /jobs:
    get:
      summary: Get one job
      responses:
`;

/** The first line after the head is line 10. */
const rows = [
  {
    name: "a documentation without a 4xx is no fault",
    given: `        "200": { description: The job. }`,
    want: [],
    isSound: true,
  },
  {
    name: "a vendor media type with parameters is as good as any",
    given: `        "200": { description: The job., content: { "application/vnd.acme.jobs-v3+json;charset=UTF-8": { schema: { type: object } } } }`,
    want: [],
    isSound: true,
  },
  {
    name: "documented routes may overlap",
    given: `        "200": { description: The job. }
  /jobs/{jobId}/log: { get: &get { summary: Any, parameters: [{ name: jobId, in: path, required: true, schema: { type: string } }], responses: { "200": { description: Any. } } } }
  /jobs/runs/{jobId}: { get: *get }`,
    want: [],
    isSound: true,
  },
  {
    name: "two templates that are the same may not",
    given: `        "200": { description: The job. }
  /jobs/{jobId}: { get: { summary: Any, parameters: [{ name: jobId, in: path, required: true, schema: { type: string } }], responses: { "200": { description: Any. } } } }
  /jobs/{name}: { get: { summary: Any, parameters: [{ name: name, in: path, required: true, schema: { type: string } }], responses: { "200": { description: Any. } } } }`,
    want: ["redocly/no-identical-paths specs/acme-jobs/openapi.yaml:12 /paths//jobs/{name}"],
    isSound: true,
  },
  {
    name: "a broken reference has its file, line and pointer, and stops our own rules",
    given: `        "200": { description: The job., content: { application/json: { schema: { $ref: "#/components/schemas/Jb" } } } }`,
    want: [
      "redocly/no-unresolved-refs specs/acme-jobs/openapi.yaml:10 /paths//jobs/get/responses/200/content/application/json/schema/$ref",
    ],
    isSound: false,
  },
  {
    name: "a misspelt OpenAPI keyword",
    given: `        "200": { descripton: The job. }`,
    want: [
      "redocly/struct specs/acme-jobs/openapi.yaml:10 /paths//jobs/get/responses/200",
      "redocly/struct specs/acme-jobs/openapi.yaml:10 /paths//jobs/get/responses/200/descripton",
    ],
    isSound: false,
  },
  {
    name: "a code that is listed twice",
    given: `        "200": { description: The job., content: { application/json: { schema: { anyOf: [{ const: A }, { const: A }, { type: string }] } } } }`,
    want: [
      "redocly/no-illogical-composition-keywords specs/acme-jobs/openapi.yaml:10 /paths//jobs/get/responses/200/content/application/json/schema/anyOf/1",
    ],
    isSound: true,
  },
  {
    name: "an undeclared security scheme",
    given: `        "200": { description: The job. }\n      security: [{ Token: [] }]`,
    want: ["redocly/security-defined specs/acme-jobs/openapi.yaml:11 /paths//jobs/get/security/0/Token"],
    isSound: true,
  },
];

describe("checkStructure", () => {
  test.each(rows)("$name", async ({ given, want, isSound }) => {
    const structure = await checkStructure(
      parseOpenApi(`${head}${given}\n`, "specs/acme-jobs/openapi.yaml", vocabulary),
    );
    expect(
      structure.findings.map(({ rule, file, line, at }) => `${rule} ${file}:${line} /${at.join("/")}`),
    ).toEqual(want);
    expect(structure.isSound).toBe(isSound);
  });
});
