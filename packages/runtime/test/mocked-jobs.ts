import {
  askedBy,
  inBand,
  type OperationDescription,
  ownServer,
  type ServiceDescription,
  throttling,
} from "../src/index.ts";
import { atMember } from "../src/read/answer-place.ts";
import type { Answer, Answers, DocumentedAnswer } from "../src/testing/index.ts";
import { isForgotten, percentAt } from "../src/wait/marks.ts";
import { json } from "../src/write/json.ts";
import { inMember, inPath, inQuery } from "../src/write/place.ts";

const json200 = { status: "200", mediaType: "application/json" };

/** A small service in all three forms that a mock is made of: what is documented, its descriptions, and its types. */
export const documented: Readonly<Record<string, readonly DocumentedAnswer[]>> = {
  listJobs: [
    {
      ...json200,
      sample: { items: [{ id: "stringxx", state: "Busy", why: "string" }], next: "t2" },
      needs: ["items/*/why"],
      tells: { values: ["Busy", "Done"], error: "string" },
    },
  ],
  startJob: [
    {
      status: "202",
      mediaType: "application/json",
      headers: { location: "/jobs/j-1" },
      examples: { started: { id: "j-1", state: "BUSY" } },
    },
  ],
  getJob: [
    {
      status: "200",
      mediaType: "application/vnd.jobs+json;charset=UTF-8",
      examples: {
        succeeded: { id: "j-1", state: "DONE", percent: 100, output: { lines: 3 } },
        stopping: { id: "j-1", state: "STOPPING" },
        gone: { id: "j-1" },
      },
      tells: {
        values: ["QUEUED", "BUSY", "STOPPING", "ASKING", "DONE", "BROKEN"],
        result: {},
        error: { code: {}, text: "string" },
      },
    },
    {
      status: "404",
      mediaType: "application/json",
      examples: { JobNotFound: { code: "JobNotFound", text: "No such job." } },
      code: { at: ["code"], values: ["JobNotFound", "JobExpired"] },
    },
    {
      status: "429",
      mediaType: "application/json",
      examples: { example: { code: "Busy", text: "Later." } },
      code: { at: ["code"], values: [], isOpen: true },
    },
    {
      status: "5XX",
      mediaType: "application/json",
      sample: { code: {}, text: "string" },
      code: { at: ["code"], values: [], isOpen: true },
    },
  ],
  deleteJob: [{ status: "204" }],
  find: [
    {
      ...json200,
      examples: { 17: { Code: 17 }, succeeded: { Code: 0, Data: { Status: "Done", Percent: "100%" } } },
      code: { at: ["Code"], values: [0, 17, 42], isOpen: true },
      tells: { values: [], isProgressText: true },
    },
    {
      status: "400",
      mediaType: "application/json",
      sample: { code: "BadName", text: "string" },
      code: { at: ["code"], values: ["BadName", "Slow.Down"], isOpen: true },
    },
  ],
  getLog: [
    { status: "200", mediaType: "image/png", sample: "string" },
    { status: "404", mediaType: "text/plain", sample: "string" },
  ],
};

export const service: ServiceDescription = {
  servers: [{ url: "https://jobs.example.com/v1" }],
  securitySchemes: {},
  throttling: throttling({
    codes: [/^Busy$/, /^Slow\./],
    retryAfter: askedBy({ header: "x-wait", unit: "ms" }),
  }),
  errorCodes: [atMember(["code"])],
};

const common = { parameters: {}, accept: "application/json", security: [] };

export const operations: Readonly<Record<string, OperationDescription>> = {
  listJobs: {
    ...common,
    id: "listJobs",
    method: "GET",
    safe: true,
    path: "/jobs",
    responses: { 200: "json" },
    paging: { token: "after", next: ["next"], items: ["items"] },
    lro: {
      status: ["items", "*", "state"],
      error: ["items", "*", "why"],
      states: { running: ["Busy"], succeeded: ["Seen", "Done"] },
    },
  },
  startJob: {
    ...common,
    id: "startJob",
    method: "POST",
    path: "/jobs",
    parameters: { name: inMember },
    body: { mediaType: "application/json", write: json },
    responses: { 202: "json" },
    links: [{ status: "202", operationId: "getJob", parameters: { jobId: "$response.body#/id" } }],
  },
  getJob: {
    ...common,
    id: "getJob",
    method: "GET",
    safe: true,
    path: "/jobs/{jobId}",
    parameters: { jobId: inPath, tag: inQuery },
    responses: { 200: "json", 404: "json", 429: "json", "5XX": "json" },
    lro: {
      status: ["state"],
      result: ["output"],
      error: ["problem"],
      progress: percentAt(["percent"]),
      states: {
        notStarted: ["QUEUED"],
        running: ["BUSY", "STOPPING"],
        waiting: ["ASKING"],
        succeeded: ["DONE"],
        failed: ["BROKEN"],
      },
      expires: isForgotten,
    },
  },
  deleteJob: {
    ...common,
    id: "deleteJob",
    method: "DELETE",
    path: "/jobs/{jobId}",
    parameters: { jobId: inPath },
    responses: { 204: "none" },
  },
  find: {
    ...common,
    id: "find",
    method: "POST",
    path: "/find",
    ownServer: ownServer({ url: "https://find.example.com" }),
    responses: { 200: "json", 400: "json" },
    safe: true,
    inBand: inBand({ code: ["Code"], success: [0] }),
    lro: {
      status: ["Data", "Status"],
      progress: percentAt(["Data", "Percent"]),
      states: { running: ["Busy"], succeeded: ["Done"] },
      expires: isForgotten,
    },
  },
  getLog: {
    ...common,
    id: "getLog",
    method: "GET",
    safe: true,
    path: "/jobs/{jobId}/log",
    parameters: { jobId: inPath },
    responses: { 200: "binary", 404: "text" },
  },
};

/** What the compiler is told; only of what the tests of types need. */
export interface JobsMocks {
  listJobs: {
    answers: Readonly<Record<number, Answer<unknown, string | number>>>;
    poll: { data: unknown; value: string; states: "running" | "succeeded"; error: string };
  };
  startJob: { answers: Answers<{ status: 202; data: { id: string } }, { 202: "started" }> };
  getJob: {
    answers: Answers<
      { status: 200; data: Job } | { status: 404; error: { code?: "JobNotFound" | "JobExpired" } },
      { 200: "succeeded" | "stopping" | "gone" },
      404,
      readonly ["code"]
    >;
    poll: {
      data: Job;
      value: string;
      states: "notStarted" | "running" | "waiting" | "succeeded" | "failed";
      progress: number;
      result: object;
      error: object;
    };
    expires: true;
  };
  deleteJob: { answers: Answers<{ status: 204; data: undefined }, Record<never, never>, 204> };
  find: {
    answers: Readonly<Record<number, Answer<unknown, string | number>>>;
    poll: { data: unknown; value: string; states: "running" | "succeeded" };
    expires: true;
  };
  getLog: { answers: Readonly<Record<number, Answer<unknown, string | number>>> };
}

interface Job {
  id: string;
  state?: string;
  output?: object;
  tags?: { name: string; colour?: string }[];
}
