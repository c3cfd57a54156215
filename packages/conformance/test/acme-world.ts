import { createDocument } from "../src/document/create-document.ts";
import type { Document } from "../src/document/document.ts";
import { BASE_URL } from "./acme-jobs.ts";

const job = { $ref: "#/components/schemas/Job" };
const jobId = {
  name: "jobId",
  in: "path",
  required: true,
  schema: { type: "string" },
  example: "job-5d17f9a2",
};
const scriptId = {
  name: "script_id",
  in: "path",
  required: true,
  schema: { type: "string" },
  example: "script-41",
};
const gone = {
  description: "No such thing.",
  content: { "application/json": { schema: { type: "object" } } },
};
const json = (schema: object, examples: Record<string, unknown>) => ({
  "application/json": {
    schema,
    examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
  },
});
const answer = (schema: object, examples: Record<string, unknown>, more: object = {}) => ({
  description: "It went well.",
  content: json(schema, examples),
  ...more,
});
const running = {
  id: "job-5d17f9a2",
  title: "nightly",
  state: "RUNNING",
  percent: 40,
  startedAt: "2026-11-22T07:10:36.054Z",
};
const toJob = { jobId: "$request.path.jobId" };
const follow = (values?: object) => ({
  operationId: "getJob",
  parameters: { jobId: "$response.body#/id" },
  ...(values && { "x-lro-values": values }),
});

/** Acme Jobs, whose links say all that a world is made of. */
export const acmeWorld: Document = createDocument(
  {
    openapi: "3.1.1",
    servers: [{ url: BASE_URL }],
    paths: {
      "/jobs": {
        post: {
          operationId: "startJob",
          requestBody: {
            content: json({ $ref: "#/components/schemas/JobRequest" }, { nightly: { title: "nightly" } }),
          },
          responses: {
            "202": answer(
              { type: "object", properties: { id: { type: "string" } } },
              { accepted: { id: "job-5d17f9a2" } },
              {
                headers: { Location: { schema: { type: "string", examples: ["/v3/jobs/job-5d17f9a2/"] } } },
                links: { job: follow() },
              },
            ),
          },
        },
        get: {
          operationId: "listJobs",
          "x-paging": { token: "after", next: "/next", items: "/jobs", size: "limit", total: "/total" },
          parameters: ["after", "title", "state"]
            .map((name) => ({ name, in: "query", schema: { type: "string" } }))
            .concat([{ name: "limit", in: "query", schema: { type: "integer", default: 5 } } as never]),
          responses: {
            "200": answer(
              {
                type: "object",
                properties: {
                  jobs: { type: "array", items: job },
                  next: { type: "string" },
                  total: { type: "integer" },
                },
              },
              { listed: { jobs: [running], total: 1 } },
            ),
          },
        },
      },
      "/jobs/{jobId}": {
        parameters: [jobId],
        get: {
          operationId: "getJob",
          responses: {
            "200": answer(
              job,
              {
                running,
                succeeded: {
                  ...running,
                  state: "DONE",
                  percent: 100,
                  endedAt: "2026-11-22T07:12:36.054Z",
                  outputs: [{ name: "rows", text: "12" }],
                },
                failed: { ...running, state: "FAILED", reason: "Disk full." },
              },
              {
                links: {
                  cancel: { operationId: "cancelJob", parameters: toJob, "x-lro-cancel": true },
                  yes: {
                    operationId: "answerJob",
                    parameters: toJob,
                    requestBody: { say: "yes" },
                    "x-lro-answer": "running",
                  },
                  no: {
                    operationId: "answerJob",
                    parameters: toJob,
                    requestBody: { say: "no" },
                    "x-lro-answer": "failed",
                  },
                },
              },
            ),
            "404": gone,
          },
        },
        delete: { operationId: "deleteJob", responses: { "204": { description: "Gone." }, "404": gone } },
      },
      "/jobs/{jobId}/cancel": {
        post: {
          operationId: "cancelJob",
          parameters: [jobId],
          responses: { "204": { description: "It ends." } },
        },
      },
      "/jobs/{jobId}/answer": {
        get: {
          operationId: "getQuestion",
          parameters: [jobId],
          responses: {
            "200": answer(
              { type: "object", properties: { text: { type: "string" } } },
              { asked: { text: "Go on?" } },
            ),
            "404": gone,
          },
        },
        post: {
          operationId: "answerJob",
          parameters: [jobId],
          requestBody: { content: json({ type: "object", properties: { say: { type: "string" } } }, {}) },
          responses: { "204": { description: "It goes on." } },
        },
      },
      "/jobs/{jobId}/log": {
        get: {
          operationId: "getLog",
          parameters: [jobId],
          responses: {
            "200": {
              description: "Lines.",
              content: { "text/plain": { schema: { type: "string" }, example: "07:10 begun" } },
            },
          },
        },
      },
      "/jobs/{jobId}/events": {
        get: {
          operationId: "getEvents",
          parameters: [jobId],
          responses: {
            "200": answer(
              {
                type: "object",
                properties: {
                  events: {
                    type: "array",
                    items: {
                      type: "object",
                      properties: { at: { type: "string" }, message: { type: "string" } },
                    },
                  },
                },
              },
              { listed: { events: [{ at: "2026-11-22T07:10:36Z", message: "begun" }] } },
            ),
          },
        },
      },
      "/scripts": {
        post: {
          operationId: "createScript",
          requestBody: {
            content: json(
              {
                type: "object",
                properties: {
                  name: { type: "string" },
                  password: { type: "string" },
                  token: { type: "string", "x-idempotency-token": true },
                },
              },
              { one: { name: "Script01" } },
            ),
          },
          responses: {
            "200": answer(
              { type: "object", properties: { script_id: { type: "string" } } },
              { created: { script_id: "script-41" } },
              {
                links: {
                  script: {
                    operationId: "getScript",
                    parameters: { script_id: "$response.body#/script_id" },
                  },
                },
              },
            ),
          },
        },
        get: {
          operationId: "listScripts",
          "x-paging": { offset: "offset", items: "/scripts", size: "limit", total: "/count" },
          parameters: ["offset", "limit"]
            .map((name) => ({ name, in: "query", schema: { type: "integer" } }))
            .concat([{ name: "name", in: "query", schema: { type: "string" } } as never]),
          responses: {
            "200": answer(
              {
                type: "object",
                properties: {
                  scripts: { type: "array", items: { $ref: "#/components/schemas/Script" } },
                  count: { type: "integer" },
                },
              },
              { listed: { count: 1, scripts: [{ id: "script-41", name: "Script01" }] } },
              {
                links: {
                  script: {
                    operationId: "getScript",
                    parameters: { script_id: "$response.body#/scripts/0/id" },
                  },
                },
              },
            ),
          },
        },
      },
      "/scripts/{script_id}": {
        parameters: [scriptId],
        get: {
          operationId: "getScript",
          responses: {
            "200": answer(
              { $ref: "#/components/schemas/Script" },
              { found: { id: "script-41", name: "Script01", password: "hidden" } },
            ),
            "404": gone,
          },
        },
        put: {
          operationId: "updateScript",
          requestBody: { content: json({ type: "object", properties: { name: { type: "string" } } }, {}) },
          responses: { "204": { description: "Changed." }, "404": gone },
        },
        delete: { operationId: "deleteScript", responses: { "204": { description: "Gone." }, "404": gone } },
      },
      "/jobs/{jobId}/deliver": {
        post: {
          operationId: "deliverJob",
          parameters: [jobId],
          responses: {
            "200": answer(
              { type: "object" },
              { started: {} },
              {
                links: {
                  job: {
                    operationId: "getJob",
                    parameters: toJob,
                    "x-lro-values": { running: "SENDING", succeeded: "SENT" },
                  },
                },
              },
            ),
          },
        },
      },
    },
    components: {
      schemas: {
        State: {
          type: "string",
          enum: ["QUEUED", "RUNNING", "SENDING", "ON_HOLD", "DONE", "SENT", "FAILED", "CANCELED"],
          "x-lro-expires": "PT1H",
          "x-lro-status": {
            notStarted: ["QUEUED"],
            running: ["RUNNING", "SENDING"],
            waiting: ["ON_HOLD"],
            succeeded: ["DONE", "SENT"],
            failed: ["FAILED"],
            canceled: ["CANCELED"],
          },
        },
        Value: {
          type: "object",
          properties: {
            name: { type: "string" },
            text: { type: "string" },
            sealed: {
              type: "object",
              properties: { text: { type: "string" } },
              "x-value-kind": { kind: "secret", at: "text" },
            },
          },
        },
        Script: {
          type: "object",
          properties: { id: { type: "string" }, name: { type: "string" }, password: { type: "string" } },
        },
        JobRequest: {
          type: "object",
          properties: {
            title: { type: "string" },
            puts: { type: "array", items: { $ref: "#/components/schemas/Value" } },
            ticket: { type: "string", "x-idempotency-token": true },
          },
        },
        Job: {
          type: "object",
          required: ["id"],
          properties: {
            id: { type: "string" },
            title: { type: "string", maxLength: 20 },
            state: { $ref: "#/components/schemas/State" },
            percent: { type: "integer", minimum: 0, maximum: 100, "x-lro-progress": true },
            startedAt: { type: "string", format: "date-time" },
            endedAt: { type: "string", format: "date-time" },
            inputs: { type: "array", items: { $ref: "#/components/schemas/Value" } },
            outputs: { type: "array", items: { $ref: "#/components/schemas/Value" }, "x-lro-result": true },
            reason: { type: "string", "x-lro-error": true },
          },
        },
      },
    },
  },
  "acme",
);
