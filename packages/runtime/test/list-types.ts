import { call, connect, list, type Operation, type Success } from "../src/index.ts";
import { service } from "./waiting.ts";

// The service wants to be told of a page at each call; whoever lists is not asked.
interface Given {
  readonly state: "RUNNING" | "DONE";
  readonly token: string;
  readonly size: number;
}
declare const listJobs: Operation<
  Given,
  Success<200, { readonly items: readonly { readonly id: string }[] }>,
  never,
  { readonly id: string },
  Pick<Given, "state"> & Partial<Given>
>;
const connection = connect(service);

for await (const job of list(connection, listJobs, { state: "DONE" })) {
  job.id satisfies string;
  // @ts-expect-error: misspelt
  job.Id;
}
list(connection, listJobs, { state: "DONE", token: "t1", size: 5 });
// @ts-expect-error: all else is asked for
list(connection, listJobs, {});
// @ts-expect-error: misspelt
list(connection, listJobs, { state: "DONE", tokn: "t1" });
// @ts-expect-error: not a size
list(connection, listJobs, { state: "DONE", size: "5" });
// @ts-expect-error: not a state
list(connection, listJobs, { state: "DOEN" });

call(connection, listJobs, { state: "DONE", token: "t1", size: 5 });
// @ts-expect-error: a call says which page
call(connection, listJobs, { state: "DONE" });

declare const getJob: Operation<{ readonly jobId: string }, Success<200, object>>;
// @ts-expect-error: it lists nothing
for await (const item of list(connection, getJob, { jobId: "j1" })) item.id;
