import { describe, expect, test } from "vitest";
import { documentOf, RPC } from "../../test/acme-jobs.ts";
import { createSandbox } from "./create-sandbox.ts";

const ID = "req-5d17f9a2";

const failure = (...codes: string[]) => ({
  description: "It went wrong.",
  content: {
    "application/json": {
      schema: {
        type: "object",
        properties: {
          requestId: { type: "string" },
          code: {
            anyOf: [...codes.map((code) => ({ const: code })), { type: "string" }],
            "x-lro-error-code": true,
          },
          message: { type: "string" },
        },
      },
      example: { requestId: ID, code: codes[0], message: "No." },
    },
  },
});

const success = {
  description: "A thing.",
  headers: { "X-Request": { schema: { type: "string", example: ID } } },
  content: { "application/json": { example: { requestId: ID, name: "one" } } },
};

const rpc = documentOf(
  {
    operationId: "Read",
    responses: { "200": success, "400": failure("Other"), "404": failure("NoThing", "NoAction") },
  },
  {},
  {
    path: "/Read",
    root: {
      ...RPC,
      "x-refusals": { operationUnknown: "NoAction" },
      "x-request-id": ["$response.body#/requestId", "$response.header.X-Request"],
    },
  },
);
const plain = { ...documentOf({}, {}, { path: "/other" }), name: "plain" };

async function ask(headers: Record<string, string>, url = "http://sandbox.invalid/", documents = [rpc]) {
  const sandbox = await createSandbox({ documents });
  const one = async () => {
    const response = await sandbox.fetch(url, { headers });
    const type = response.headers.get("content-type");
    return {
      status: response.status,
      type,
      id: response.headers.get("x-request"),
      body: JSON.parse(await response.text()),
    };
  };
  return { first: await one(), second: await one(), journal: sandbox.journal.list() };
}

describe("a request that names an operation which there is none of", () => {
  const named = { "x-acme-action": "Write", "x-acme-version": RPC.info.version };

  test.each([
    { name: "alone", documents: [rpc], url: "http://sandbox.invalid/" },
    { name: "beside another document", documents: [plain, rpc], url: "http://sandbox.invalid/" },
    { name: "below its name", documents: [plain, rpc], url: "http://sandbox.invalid/things/" },
  ])("is answered with the documented error, and noted: $name", async ({ documents, url }) => {
    const { first, journal } = await ask(named, url, documents);
    expect(first).toMatchObject({
      ...{ status: 404, type: "application/json" },
      body: { code: "NoAction", message: expect.stringContaining("received Write") },
    });
    expect(journal[0]).toMatchObject({ document: "things", path: expect.any(String) });
    expect(journal[0]).not.toHaveProperty("operation");
  });

  test.each([
    {
      name: "another version",
      headers: { ...named, "x-acme-version": "1999-01-01" },
      document: rpc,
      path: "/",
    },
    { name: "another path", headers: named, document: rpc, path: "/elsewhere" },
    { name: "no operation", headers: {}, document: rpc, path: "/" },
    {
      name: "no code for it",
      headers: named,
      document: { ...rpc, root: { ...rpc.root, "x-refusals": { notFound: "NoThing" } } },
      path: "/",
    },
  ])("$name is a plain 404", async ({ headers, document, path }) => {
    const { first, journal } = await ask(headers, `http://sandbox.invalid${path}`, [document]);
    expect(first).toMatchObject({ status: 404, type: "application/problem+json" });
    expect(journal).toEqual([]);
  });
});

describe("the id of a request", () => {
  const read = { "x-acme-action": "Read", "x-acme-version": RPC.info.version };
  const FRESH = /^req-[0-9a-f]{8}$/;

  test("is another for each answer, wherever the document has one", async () => {
    const { first, second } = await ask(read);
    const ids = [first, second].flatMap(({ id, body }) => [id, body.requestId]);
    expect(ids).toEqual(Array(4).fill(expect.stringMatching(FRESH)));
    expect(new Set([...ids, ID]).size).toBe(5);
    expect(first.body.name).toBe("one");
  });

  test("also for refusals", async () => {
    const { first, second } = await ask({ ...read, "x-acme-action": "Write" });
    expect([first.body.requestId, second.body.requestId]).toEqual(
      Array(2).fill(expect.stringMatching(FRESH)),
    );
    expect(first.body.requestId).not.toBe(second.body.requestId);
  });

  test("stays as it is documented in an answer that is asked for", async () => {
    const { first } = await ask({ ...read, prefer: "code=200" });
    expect([first.id, first.body.requestId]).toEqual([ID, ID]);
  });
});
