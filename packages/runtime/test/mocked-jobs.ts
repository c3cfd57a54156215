import {
  askedBy,
  inBand,
  type OperationDescription,
  ownServer,
  percentAt,
  type ServiceDescription,
  throttling,
} from "../src/index.ts";
import { atMember } from "../src/read/answer-place.ts";
import type { Answer, Answers } from "../src/testing/index.ts";
import { json } from "../src/write/json.ts";
import { inMember, inPath, inQuery } from "../src/write/place.ts";

/** A small service in all three forms that a mock is made of: its document, its descriptions, and its types. */
export const document: object = {
  openapi: "3.1.1",
  paths: {
    "/jobs": {
      get: {
        responses: {
          200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Jobs" } } } },
        },
      },
      post: {
        responses: {
          202: {
            headers: { Location: { schema: { type: "string", examples: ["/jobs/j-1"] } } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Job" },
                examples: { started: { value: { id: "j-1", state: "BUSY" } } },
              },
            },
          },
        },
      },
    },
    "/jobs/{jobId}": {
      get: {
        responses: {
          200: {
            content: {
              "text/html": {},
              "application/vnd.jobs+json;charset=UTF-8": {
                schema: { $ref: "#/components/schemas/Job" },
                examples: {
                  succeeded: { $ref: "#/components/examples/Succeeded" },
                  stopping: { value: { id: "j-1", state: "STOPPING" } },
                  gone: { value: { id: "j-1" } },
                },
              },
            },
          },
          404: { $ref: "#/components/responses/NotFound" },
          429: {
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Problem" },
                example: { code: "Busy", text: "Later." },
              },
            },
          },
          "5XX": { content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } } },
        },
      },
      delete: { responses: { 204: {} } },
    },
    "/find": {
      post: {
        responses: {
          200: {
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Found" },
                examples: {
                  17: { value: { Code: 17 } },
                  succeeded: { value: { Code: 0, Data: { Status: "Done", Percent: "100%" } } },
                },
              },
            },
          },
          400: {
            content: {
              "application/json": {
                schema: {
                  allOf: [
                    { $ref: "#/components/schemas/Problem" },
                    {
                      properties: {
                        code: { anyOf: [{ const: "BadName" }, { const: "Slow.Down" }, { type: "string" }] },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      },
    },
    "/jobs/{jobId}/log": {
      get: {
        responses: { 200: { content: { "image/png": {} } }, 404: { content: { "text/plain": {} } } },
      },
    },
  },
  components: {
    examples: {
      Succeeded: { value: { id: "j-1", state: "DONE", percent: 100, output: { lines: 3 } } },
    },
    responses: {
      NotFound: {
        content: {
          "application/json": {
            schema: {
              allOf: [
                { $ref: "#/components/schemas/Problem" },
                { properties: { code: { enum: ["JobNotFound", "JobExpired"] } } },
              ],
            },
            examples: { JobNotFound: { value: { code: "JobNotFound", text: "No such job." } } },
          },
        },
      },
    },
    schemas: {
      Job: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string" },
          state: { enum: ["QUEUED", "BUSY", "STOPPING", "ASKING", "DONE", "BROKEN"] },
          percent: { type: "integer" },
          output: { type: "object" },
          problem: { $ref: "#/components/schemas/Problem" },
        },
      },
      Jobs: {
        type: "object",
        properties: {
          items: {
            type: "array",
            items: {
              type: "object",
              required: ["why"],
              properties: {
                id: { type: "string", minLength: 8 },
                state: { enum: ["Busy", "Done"] },
                why: { type: "string" },
                parent: { $ref: "#/components/schemas/Jobs" },
              },
            },
          },
        },
      },
      Found: {
        type: "object",
        properties: {
          Code: { anyOf: [{ const: 0 }, { const: 17 }, { const: 42 }, { type: "integer" }] },
          Data: {
            type: "object",
            properties: { Status: { type: "string" }, Percent: { type: "string" } },
          },
        },
      },
      Problem: { type: "object", properties: { code: {}, text: { type: "string" } } },
    },
  },
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
      expires: "PT1H",
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
      expires: "PT1H",
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
