import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { goldenOf } from "./temporary-root.ts";

const lines = (await readFile(join(goldenOf("acme-jobs"), "test/types.ts"), "utf8")).split("\n");
const wrong = lines.flatMap((line, index) =>
  line.trim() === "// @ts-expect-error" ? [lines[index + 1]?.trim() ?? ""] : [],
);

// Whether each is an error is the compiler's to say: `tsc -p tools/codegen` checks the golden package.
it.each([
  { mistake: "misspelt field of a response", want: "if (result.status === 202) result.data.id_;" },
  {
    mistake: "wrong value of a closed list",
    want: 'if (result.status === 202) result.data.state === "ACCEPTED_";',
  },
  { mistake: "wrong path", want: 'await client.http.GET("/health_");' },
  { mistake: "wrong operation name", want: "await client.checkHealth_({});" },
  { mistake: "undeclared method", want: 'await client.http.PUT("/health");' },
  { mistake: "misspelt parameter of the path", want: 'await client.getJob({ jobId_: "j-1" });' },
  {
    mistake: "misspelt member of the body",
    want: 'await client.startJob({ "queue-id": "q-1", "Idempotency-Key": "k-1", name_: "nightly" });',
  },
  { mistake: "required parameter missing", want: "await client.getJob({});" },
  { mistake: "unknown parameter", want: "await client.FindJobs({ undocumented_: true });" },
  { mistake: "parameter of a wrong type", want: "await client.getJob({ jobId: 0 });" },
  { mistake: "misspelt field of an error", want: "if (result.status === 400) result.error.code_;" },
  {
    mistake: "undocumented error code",
    want: 'if (result.status === 400) listed(result.error.code, "NameMissing_");',
  },
  {
    mistake: "code of another status",
    want: 'if (result.status === 409) listed(result.error.code, "NameMissing");',
  },
  { mistake: "data before it is checked", want: "result.data;" },
  { mistake: "misspelt status of a body that cannot be read", want: 'result.status === "malformed_";' },
  {
    mistake: "data where a success may be an error",
    want: "if (!result.ok && result.status === 200) result.error.Code_;",
  },
  {
    mistake: "wait for a misspelt operation",
    want: 'await client.settle("getJob_", { jobId: "j-1" }, { deadline: "1m" });',
  },
  { mistake: "wait without a deadline", want: 'await client.settle("getJob", { jobId: "j-1" }, {});' },
  {
    mistake: "run of a misspelt operation",
    want: 'await client.run("startJob_", { "queue-id": "q-1", "Idempotency-Key": "k-1", name: "nightly" }, { deadline: "1m", to: "getJob" });',
  },
  { mistake: "list of a misspelt operation", want: 'client.list("FindJobs_", {});' },
  {
    mistake: "misspelt field of an item",
    want: 'for await (const item of client.list("FindJobs", {})) item["Id_"];',
  },
  {
    mistake: "misspelt input of a session",
    want: 'session({ login: "logIn", user_: "x", password: "x", realm: "x" });',
  },
])("the type tests make this mistake: $mistake", ({ want }) => {
  expect(wrong).toContain(want);
});
