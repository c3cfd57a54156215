import {
  askedBy,
  type ClientOptions,
  type Connection,
  canceling,
  connect,
  type Failure,
  inBand,
  type Malformed,
  type Operation,
  type OperationDescription,
  type Poll,
  type ServiceDescription,
  type Success,
  throttling,
} from "../src/index.ts";
import { atMember } from "../src/read/answer-place.ts";
import { createVirtualClock, type VirtualClock } from "../src/testing/virtual-clock.ts";
import { canceledBy, fromJson, isForgotten, meanPercentAt, percentAt, several } from "../src/wait/marks.ts";
import { json } from "../src/write/json.ts";
import { inMember, inPath, inQuery } from "../src/write/place.ts";
import { type Sent, type Step, scriptedFetch } from "./scripted-fetch.ts";

/** What codegen would emit of a small service whose jobs can be waited for. */
export const service: ServiceDescription = {
  servers: [{ url: "https://jobs.example.com" }],
  securitySchemes: {},
  throttling: throttling({ codes: [/^Busy/], retryAfter: askedBy({ header: "x-wait-ms", unit: "ms" }) }),
  errorCodes: [atMember(["code"])],
};

interface Job {
  readonly id?: string;
  readonly state?: "NEW" | "RUN" | "ASK" | "DONE" | "FAILED" | "STOPPED";
  readonly percent?: number | string;
  readonly output?: string;
  readonly reason?: string;
}

type State = Job["state"];
type Answer = Success<200, Job> | Failure<404, { code: string }> | Malformed;

const states = {
  notStarted: ["NEW"],
  running: ["RUN", 1],
  waiting: ["ASK"],
  succeeded: ["DONE", 0],
  failed: ["FAILED"],
  canceled: ["STOPPED"],
} as const;

const common = { accept: "application/json", security: [] } as const;

export type GetJobPoll = Poll<{ jobId: string; site?: string | undefined }, Job, string, string, State>;

export const getJob: Operation<GetJobPoll["arguments"], Answer, GetJobPoll> = {
  ...common,
  id: "getJob",
  method: "GET",
  safe: true,
  path: "/jobs/{jobId}",
  parameters: { jobId: inPath, site: inQuery },
  responses: { 200: "json", 404: "json", 502: "json" },
  inBand: inBand({ code: ["failed", "code"], success: ["OK"] }),
  lro: {
    status: ["state"],
    result: ["output"],
    error: ["reason"],
    progress: percentAt(["percent"]),
    json: fromJson(["result", "error"]),
    states,
    cancel: canceledBy("cancelJob"),
  },
};

/** One whose answers forget. */
export const getOldJob: typeof getJob = {
  ...getJob,
  id: "getOldJob",
  lro: { status: ["state"], states, expires: isForgotten },
};

export type ListJobsPoll = Poll<
  { group: string; from?: number | undefined; token?: string | undefined },
  { jobs?: readonly Job[] },
  readonly string[],
  readonly string[],
  State
>;

export const listJobs: Operation<
  ListJobsPoll["arguments"],
  Success<200, { jobs?: readonly Job[] }>,
  ListJobsPoll,
  Job
> = {
  ...common,
  id: "listJobs",
  method: "GET",
  safe: true,
  path: "/jobs",
  parameters: { group: inQuery, token: inQuery },
  responses: { 200: "json" },
  paging: { token: "token", next: ["next"], items: ["jobs"] },
  lro: {
    status: ["jobs", "*", "state"],
    result: ["jobs", "*", "output"],
    error: ["jobs", "*", "reason"],
    progress: meanPercentAt(["jobs", "*", "percent"]),
    json: fromJson(["result"]),
    states,
    read: several,
  },
};

/** The same, with pages that are counted. */
export const countJobs: typeof listJobs = {
  ...listJobs,
  id: "countJobs",
  parameters: { group: inQuery, from: inQuery },
  paging: { offset: "from", items: ["jobs"], total: ["total"] },
};

export const startJob: Operation<
  { name: string; site?: string | undefined },
  Success<202, { id?: string }> | Success<200, Job> | Malformed
> = {
  ...common,
  id: "startJob",
  method: "POST",
  path: "/jobs",
  parameters: { site: inQuery, name: inMember },
  body: { mediaType: "application/json", write: json },
  responses: { 200: "json", 202: "json" },
  links: [
    { status: "202", operationId: "cancelJob", parameters: { jobId: "$response.body#/id" } },
    {
      status: "202",
      operationId: "getJob",
      parameters: { "path.jobId": "$response.body#/id", site: "$request.query.site" },
    },
    { status: "202", operationId: "listJobs", parameters: { group: "$request.body#/name" } },
  ],
};

export const cancelJob: Operation<{ jobId: string }, Success<204, undefined> | Malformed> = {
  ...common,
  id: "cancelJob",
  method: "POST",
  path: "/jobs/{jobId}/cancel",
  parameters: { jobId: inPath, reason: inMember, version: inMember },
  body: { mediaType: "application/json", write: json },
  responses: { 204: "none" },
  cancels: canceling({
    getJob: {
      parameters: { jobId: "$request.path.jobId" },
      requestBody: { reason: "given up", version: "$response.body#/version" },
    },
  }),
};

const all: readonly OperationDescription[] = [getJob, getOldJob, listJobs, countJobs, startJob, cancelJob];

/** As a client does. */
export function find(id: string): OperationDescription {
  const found = all.find((operation) => operation.id === id);
  if (found) return found;
  throw new TypeError(`There is no operation "${id}".`);
}

/** A connection on which time passes at once, and whose answers follow a script. */
export function connectTo(
  steps: readonly [Step, ...Step[]],
  options: ClientOptions = {},
): { connection: Connection; clock: VirtualClock; sent: readonly Sent[] } {
  const clock = createVirtualClock();
  const { fetch, sent } = scriptedFetch(clock, ...steps);
  return { connection: connect(service, { fetch, clock, ...options }), clock, sent };
}
