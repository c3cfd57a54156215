import {
  type Client,
  connect,
  type List,
  type Operation,
  type Outcome,
  type Poll,
  type Start,
  type Update,
} from "../src/index.ts";
import { resume, run, settle, watch } from "../src/wait/waiting.ts";
import { type GetJobPoll, getJob, type ListJobsPoll, listJobs, service, startJob } from "./waiting.ts";

// What a wait tells is inferred from the operation that it waits with.
const connection = connect(service);
const within = { deadline: "10m" } as const;

const outcome = await settle(connection, getJob, { jobId: "j1" }, within);
outcome satisfies Outcome<GetJobPoll>;
if (outcome.status === "succeeded") {
  outcome.result satisfies string;
  outcome.resultJson satisfies unknown;
  outcome.data.state === "DONE";
  // @ts-expect-error: not a state of a job
  outcome.data.state === "DOEN";
  // @ts-expect-error: a success has no error
  outcome.error;
} else if (outcome.status === "failed") {
  outcome.error satisfies string;
  outcome.value === "FAILED";
  // @ts-expect-error: a failure may have no result
  outcome.result satisfies string;
} else if (outcome.status === "canceled") {
  outcome.error satisfies string | undefined;
  outcome.result satisfies string | undefined;
} else if (outcome.status === "waiting") {
  // Some of it may be there already.
  outcome.result satisfies string | undefined;
  outcome.error satisfies string | undefined;
} else {
  outcome.status satisfies "expired";
  // @ts-expect-error: nothing came of it
  outcome.result;
}
// @ts-expect-error: a wait does not end so
outcome.status === "running";
// @ts-expect-error: misspelt
outcome.status === "cancelled";

// @ts-expect-error: a deadline is required
settle(connection, getJob, { jobId: "j1" }, {});
// @ts-expect-error: and is a duration
settle(connection, getJob, { jobId: "j1" }, { deadline: "10 minutes" });
// @ts-expect-error: a required argument is missing
settle(connection, getJob, {}, within);
// @ts-expect-error: no such option
settle(connection, getJob, { jobId: "j1" }, { ...within, timeOut: "1s" });
// @ts-expect-error: a poll is not retried
settle(connection, getJob, { jobId: "j1" }, { ...within, retry: false });
// @ts-expect-error: it does not tell how it goes
settle(connection, startJob, { name: "n" }, within);
// @ts-expect-error: so it cannot be watched
watch(connection, startJob, { name: "n" }, within);

for await (const update of watch(connection, listJobs, { group: "g" }, within)) {
  update satisfies Update<ListJobsPoll>;
  update.progress satisfies number | undefined;
  if (update.status === "succeeded") update.result satisfies readonly string[];
  else if (update.status === "running" || update.status === "unknown") {
    update.result satisfies readonly string[] | undefined;
    update.error satisfies ListJobsPoll["error"] | undefined;
    // @ts-expect-error: it may not be there yet
    update.result satisfies readonly string[];
    // @ts-expect-error: misspelt
    update.results;
  }
  // @ts-expect-error: of what is expired, there is none
  update.result;
}

const ran = await run(connection, startJob, { name: "n" }, { ...within, to: getJob });
ran satisfies Outcome<GetJobPoll>;
// @ts-expect-error: without a client, the operation to wait with is named by itself
run(connection, startJob, { name: "n" }, within);
// @ts-expect-error: a required argument is missing
run(connection, startJob, {}, { ...within, to: getJob });

(await resume(connection, "token", within, () => getJob)) satisfies Outcome<GetJobPoll>;

// The same through a client, by name.
interface Polls {
  getJob: GetJobPoll;
  listJobs: ListJobsPoll;
}
interface Starts {
  startJob: Start<{ name: string }, "getJob" | "listJobs">;
}
interface Lists {
  listJobs: List<ListJobsPoll["arguments"], string>;
}
declare const client: Client<object, object, Polls, Starts, Lists>;

(await client.settle("getJob", { jobId: "j1" }, within)) satisfies Outcome<GetJobPoll>;
(await client.run("startJob", { name: "n" }, { ...within, to: "getJob" })) satisfies Outcome<GetJobPoll>;
(await client.resume<"getJob">("token", within)) satisfies Outcome<GetJobPoll>;
for await (const { status } of client.watch("getJob", { jobId: "j1" }, within)) status === "expired";
// @ts-expect-error: it does not tell how it goes
client.settle("startJob", { name: "n" }, within);
// @ts-expect-error: no link leads there
client.run("startJob", { name: "n" }, { ...within, to: "cancelJob" });
// @ts-expect-error: a deadline is required
client.watch("getJob", { jobId: "j1" }, {});

// What has no marks has no types either, and can still be waited for.
type Bare = Poll<{ id: string }, unknown, unknown, unknown, unknown>;
declare const bare: Operation<{ id: string }, never, Bare>;
const bareOutcome = await settle(connection, bare, { id: "1" }, within);
if (bareOutcome.status === "succeeded") bareOutcome.result satisfies unknown;
