// What the golden package promises, by hand: each `@ts-expect-error` stands on the narrowest line.
import {
  type AcmeJobsClient,
  apiKey,
  basic,
  type components,
  createClient,
  fromEnvironment,
  type MalformedBody,
  session,
  type UndocumentedStatus,
  unwrap,
} from "../fixtures/acme-jobs/golden/src/index.ts";
import { call, connect, getJob } from "../fixtures/acme-jobs/golden/src/standalone.ts";

const acme: AcmeJobsClient = createClient({ baseUrl: "https://jobs.example.com", auth: apiKey("k") });
createClient({ baseUrl: "https://jobs.example.com", auth: basic("ann", "pw") });
// @ts-expect-error: the documented host stands for one's own
createClient({ auth: basic("ann", "pw") });
// @ts-expect-error: so it does
connect();
createClient({
  baseUrl: "https://jobs.example.com",
  // @ts-expect-error: a credential is made by a factory
  auth: "k",
});

// Arguments: wire names, flat, each of its documented type.
const started = await acme.startJob(
  { "queue-id": "q-1", "Idempotency-Key": "k-1", name: "nightly", dryRun: true, labels: ["urgent", "own"] },
  { signal: AbortSignal.timeout(1000), headers: { "x-team": "a" } },
);
await acme.startJob({
  "queue-id": "q-1",
  "Idempotency-Key": "k-1",
  name: "nightly",
  // @ts-expect-error: of another type
  dryRun: "yes",
});
await acme.startJob({
  // @ts-expect-error: names are never re-cased
  queueId: "q-1",
  "Idempotency-Key": "k-1",
  name: "nightly",
});
await acme.getJob({
  jobId: "j-1",
  // @ts-expect-error: OAS 3.1.1 ignores a header parameter of this name
  Accept: "application/json",
});

// A body that shares a name with a parameter stands under `body`.
await acme.renameJob({ name: "nightly", body: { name: "weekly" } });
await acme.renameJob({
  name: "nightly",
  body: {
    // @ts-expect-error: not a member of the body
    nmae: "weekly",
  },
});

// What was seen to differ is in the types too.
const seen = await acme.getJob({ jobId: "j-1" });
if (seen.status === 200) seen.data.state === "QUEUED";
// @ts-expect-error: neither documented nor seen
if (seen.status === 200) seen.data.state === "QUEUEING";

// Nothing is required here, and nothing is known there.
await acme.FindJobs();
await acme.checkHealth();
await acme.checkHealth(
  // @ts-expect-error: it takes nothing
  { verbose: true },
);

// A version is one of those that the media types have.
createClient({ baseUrl: "https://jobs.example.com", version: "1.5" });
createClient({
  baseUrl: "https://jobs.example.com",
  // @ts-expect-error: not a documented version
  version: "3",
});

// What travels as JSON, or leaf by leaf, is given as it is.
await acme.FindJobs({
  Labels: { colour: "red" },
  Filter: [{ Name: "State", Value: ["DONE"] }],
  Order: { By: "Id" },
});
await acme.FindJobs({
  // @ts-expect-error: not its text
  Labels: '{"colour":"red"}',
});

// Files are Blobs, sent and answered.
const uploaded = await acme.uploadScript({ file: new File(["echo"], "run.sh"), icon: new Blob() });
await acme.uploadScript({
  // @ts-expect-error: not its content
  file: "echo",
});
const script = await acme.downloadScript({ name: "nightly" });
if (script.ok) await acme.replaceScript({ name: "weekly", body: script.data });
// @ts-expect-error: a body that may be missing has to be looked for
if (uploaded.ok) uploaded.data.name;
// Whatever its schema says, XML comes as text.
if (!uploaded.ok && uploaded.status === 415) uploaded.error satisfies string;

// Results: `ok` tells data from error, `status` which.
if (started.ok) {
  started.status satisfies 202 | UndocumentedStatus;
  started.data.state satisfies "ACCEPTED" | "BUSY" | "ASKING" | "DONE" | "BROKEN" | "STOPPED" | "QUEUED";
  // @ts-expect-error: not one of the documented states
  started.data.state === "FINISHED";
  // @ts-expect-error: an untyped member is unknown, not any
  started.data.notes.length;
} else if (started.status === 409) {
  started.error.code === "QueueClosed";
  // An open list admits codes that nobody has documented yet.
  started.error.code === "SomethingNew";
} else if (started.status === 503) {
  // Two media types, so the body is one of two things.
  if (typeof started.error !== "string") started.error.detail satisfies string | undefined;
}

const renamed = await acme.renameJob({ name: "nightly", body: { name: "weekly" } });
if (renamed.ok) renamed.data satisfies undefined;
// Documented without a body, and seen with one: it may come or not.
if (renamed.status === 401) renamed.error?.detail satisfies string | undefined;
// @ts-expect-error: so it has to be looked for
if (renamed.status === 401) renamed.error.detail;

// A documented `default` types every status that is not listed.
const job = await acme.getJob({ jobId: "j-1" });
if (!job.ok && job.status !== 404 && job.status !== 503 && job.status !== "malformed") {
  job.error.detail satisfies string | undefined;
}

// A body that is not what it should be has a status of its own.
if (job.status === "malformed") job.error.reason satisfies MalformedBody["reason"];
// @ts-expect-error: what a proxy says is none of the service's errors
if (job.status === "malformed") job.error.detail;

// A 2xx that says it is an error has an error, and no data.
const found = await acme.FindJobs({ Owner: "ann" });
if (!found.ok && found.status === 200) found.error.Code === 17;
// @ts-expect-error: under this status there may be no data
if (found.status === 200) found.data;

// Or thrown: then the data is all there is.
(await acme.orThrow.getJob({ jobId: "j-1" })).state satisfies string;
(await unwrap(acme.getJob({ jobId: "j-1" }))).id satisfies string;

// Waiting: by the name of an operation that tells how it goes, with what its marks say.
const outcome = await acme.settle("getJob", { jobId: "j-1" }, { deadline: "10m" });
if (outcome.status === "succeeded") outcome.result satisfies Record<string, unknown> | undefined;
if (outcome.status === "failed") outcome.error?.detail satisfies string | undefined;
outcome.value satisfies string | undefined;
// @ts-expect-error: what has not failed has no error
outcome.error;
// @ts-expect-error: this one tells of no status
await acme.settle("renameJob", { name: "nightly", body: { name: "weekly" } }, { deadline: "10m" });

// Starting and waiting: the link tells which operation is asked.
const ran = await acme.run(
  "startJob",
  { "queue-id": "q-1", "Idempotency-Key": "k-1", name: "n" },
  { deadline: "1h" },
);
if (ran.status === "succeeded") ran.data.id satisfies string;
// @ts-expect-error: this one starts nothing
await acme.run("getJob", { jobId: "j-1" }, { deadline: "1h" });

// Lists: an item is what the keyword points to.
for await (const item of acme.list("FindJobs", { Owner: "ann" })) item.Id satisfies string | undefined;

// Logging in: of one of the ways, what it needs.
session({ user: "ann", password: () => "pw" });
session({ login: "redeemTicket", username: "ann", password: "pw" });
// @ts-expect-error: the first way needs a password
session({ user: "ann" });
// @ts-expect-error: another than the first way is named, by the operation that answers with the token
session({ username: "ann", password: "pw" });

// The same without the client.
const connection = connect({
  baseUrl: "https://jobs.example.com",
  version: "2",
  auth: fromEnvironment({ ACME_KEY: "k" }),
});
const called = await call(connection, getJob, { jobId: "j-1" });
if (called.ok) called.data satisfies components["schemas"]["Job"];

// @ts-expect-error: not an operation
await acme.stopJob({ jobId: "j-1" });
// @ts-expect-error: not a path
await acme.http.GET("/jobs/{id}", { params: { path: { id: "j-1" } } });

// Plain openapi-fetch is told of the same arguments, by place, and of the same answers.
const byPath = await acme.http.GET("/jobs/{jobId}", { params: { path: { jobId: "j-1" } } });
byPath.data?.state satisfies components["schemas"]["Job"]["state"] | undefined;
// @ts-expect-error: not a member of the answer
byPath.data?.sate;
// @ts-expect-error: no place of this operation
await acme.http.GET("/jobs/{jobId}", { params: { path: { jobId: "j-1" }, query: { all: true } } });
// @ts-expect-error: not the name of its argument
await acme.http.GET("/jobs/{jobId}", { params: { path: { job: "j-1" } } });
// @ts-expect-error: it takes nothing
await acme.http.GET("/health", { params: { query: { verbose: true } } });
