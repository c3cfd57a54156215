import { expect, test } from "vitest";
import { createDocument } from "../document/create-document.ts";
import { createSandbox } from "./create-sandbox.ts";

const answering = (text: string) => ({
  "200": { description: "", content: { "text/plain": { schema: { type: "string" }, example: text } } },
});
const documentAt = (name: string, base: string, paths: Record<string, string>) =>
  createDocument(
    {
      openapi: "3.1.1",
      servers: [{ url: `https://api.acme.example${base}` }],
      paths: Object.fromEntries(
        Object.entries(paths).map(([path, id]) => {
          const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one ?? "");
          const parameters = names.map((one) => ({
            name: one,
            in: "path",
            required: true,
            schema: { type: "string" },
          }));
          return [path, { get: { operationId: id, parameters, responses: answering(id) } }];
        }),
      ),
    },
    name,
  );

const content = documentAt("content", "/content/v2", {
  "/accounts/own": "own",
  "/{merchant}/accounts/{account}": "account",
});
const jobs = documentAt("jobs", "", { "/jobs/{id}": "job", "/{anything}": "anything" });

test.each([
  { path: "/content/v2/accounts/own", want: "own" },
  { path: "/accounts/own", want: "own" },
  { path: "/content/accounts/own", want: "own" },
  { path: "/content/content/v2/accounts/own", want: "own" },
  { path: "/content/m1/accounts/a1", want: "account" },
  { path: "/content/v2/m1/accounts/a1", want: "account" },
])("$path is $want, where the base path begins with the name of the document", async ({ path, want }) => {
  for (const documents of [[content], [jobs, content]]) {
    const sandbox = await createSandbox({ documents });
    const answer = await sandbox.fetch(`http://sandbox.invalid${path}`);
    expect(await answer.text()).toBe(want);
  }
});

test("the name of a document goes before a path that begins alike", async () => {
  const sandbox = await createSandbox({ documents: [jobs, content] });
  const ask = async (path: string) => (await sandbox.fetch(`http://sandbox.invalid${path}`)).text();
  expect(await ask("/jobs/jobs/j1")).toBe("job");
  expect(await ask("/jobs/j1")).toBe("anything");
});
