import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { TeachingError } from "../teaching-error.ts";
import { judge } from "./judge.ts";
import { proxy } from "./proxy.ts";
import { sandbox } from "./sandbox.ts";
import { selfTest } from "./self-test.ts";

const folder = sharedFolder();
beforeAll(async () => {
  await writeFile(join(folder, "some.har"), '{"log":{"entries":[]}}');
});

// A command that should refuse a document and does not would go on: this ends it.
const ended = AbortSignal.abort();
const COMMANDS: Record<string, (document: string) => Promise<unknown>> = {
  sandbox: (document) => sandbox([document], { port: 0, as: "documented" }, ended),
  "sandbox --as observed": (document) => sandbox([document], { port: 0, as: "observed" }, ended),
  judge: (document) => judge(join(folder, "some.har"), { provider: document }, ended),
  proxy: (document) => proxy(document, { upstream: "http://127.0.0.1:9", port: 0 }, ended),
  "self-test": (document) => selfTest([document], { timeout: 100 }),
};

const HEAD = 'openapi: 3.1.0\ninfo: { title: x, version: "1" }\n';
const answering = (schema: string) =>
  `${HEAD}paths: { /a: { get: { responses: { "200": { description: a, content: { application/json: { schema: ${schema} } } } } } } }\n`;
const DOCUMENTS = [
  { name: "is no YAML", text: "a: [b\n c: d: e\n", want: /^not YAML: / },
  { name: "is a page", text: "<html>\n", want: "the file holds no object" },
  { name: "is empty", text: "", want: "the file holds no object" },
  {
    name: "is of a version to come",
    text: "openapi: 4.0.0\npaths: {}\n",
    want: /^OpenAPI "4.0.0" is not known/,
  },
  { name: "is of a version gone by", text: 'swagger: "1.2"\n', want: /^OpenAPI "1.2" is not known/ },
  {
    name: "is of a version that is a number",
    text: "openapi: 3.1\npaths: {}\n",
    want: /^OpenAPI 3\.1 is not known here$/,
  },
  {
    name: "is several documents",
    text: "openapi: 3.1.0\n---\na: 1\n",
    want: /^not YAML: Source contains multiple documents at line 2, column 1:$/,
  },
  {
    name: "has aliases without end",
    text: `a: &a [${"x,".repeat(9)}]\n${["ab", "bc", "cd", "de", "ef", "fg"].map(([from, to]) => `${to}: &${to} [${`*${from},`.repeat(9)}]\n`).join("")}`,
    want: /^not YAML that can be read: Excessive alias count/,
  },
  { name: "has no paths", text: HEAD, want: "the document has no operation" },
  {
    name: "refers to nothing",
    text: answering('{ $ref: "#/none" }'),
    want: /^broken \$ref: nothing stands at #\/none/,
  },
  {
    name: "refers in a circle",
    text: `${answering('{ $ref: "#/components/schemas/A" }')}components: { schemas: { A: { $ref: "#/components/schemas/A" } } }\n`,
    want: /^\$ref goes round in a circle: #\/components\/schemas\/A leads to /,
  },
  {
    name: "wants credentials of no scheme",
    text: `${answering("{}")}security: [{ Token: [] }]\n`,
    want: 'no security scheme is named "Token"',
  },
  { name: "refers elsewhere", text: answering("{ $ref: ./b.yaml }"), want: /^\$ref leaves the document: / },
  {
    name: "has a schema that is none",
    text: answering("{ type: nonsense }"),
    want: /^a schema cannot be compiled: /,
  },
];

describe.each(Object.keys(COMMANDS))("%s refuses a document that", (command) => {
  test.each(DOCUMENTS)("$name", async ({ name, text, want }) => {
    const document = join(folder, `${name.replaceAll(" ", "-")}.yaml`);
    await writeFile(document, text);
    const refused = await COMMANDS[command]?.(document).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TeachingError);
    const { what, where } = (refused as TeachingError).lesson;
    expect(what).toMatch(want);
    expect(where).toContain(document);
  });
});

test("a self-test that had nothing to break has proved nothing", async () => {
  const document = join(folder, "silent.yaml");
  await writeFile(document, `${HEAD}paths: { /a: { get: { operationId: a } } }\n`);
  expect(await selfTest([document], { timeout: 100 })).toBe(3);
});
