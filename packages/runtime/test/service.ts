import type { ServiceDescription } from "../src/index.ts";

/** One small service that has every place an argument can go to. */
export const service: ServiceDescription = {
  servers: [
    {
      url: "https://{region}.api.example.com/v1",
      variables: { region: { default: "north", enum: ["north", "south"] } },
    },
    { url: "https://api.example.org" },
  ],
  securitySchemes: {
    Key: { type: "apiKey", in: "header", name: "X-Key" },
    Password: { type: "http", scheme: "basic" },
  },
  operations: {
    getJob: {
      method: "GET",
      path: "/jobs/{jobId}",
      parameters: { jobId: "path", verbose: "query", tag: "query", "X-Trace": "header", theme: "cookie" },
      accept: "application/vnd.jobs+json;charset=UTF-8",
      security: [["Key"], ["Password"]],
    },
    startJob: {
      method: "POST",
      path: "/jobs",
      parameters: { dryRun: "query" },
      body: { mediaType: "application/json", required: true, members: ["name", "async-execution"] },
      accept: "application/json",
      security: [["Password"]],
    },
    findJob: {
      method: "POST",
      path: "/jobs/find",
      parameters: {},
      body: { mediaType: "application/x-www-form-urlencoded", members: ["JobId", "Labels"] },
      accept: "application/json",
      security: [["Key"]],
    },
    patchJob: {
      method: "PATCH",
      path: "/jobs/{jobId}",
      parameters: { jobId: "path" },
      body: { mediaType: "application/merge-patch+json", required: true },
      accept: "*/*",
      security: [["Key"]],
    },
    ping: { method: "GET", path: "/ping", parameters: {}, accept: "*/*", security: [] },
  },
};
